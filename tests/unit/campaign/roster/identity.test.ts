import { describe, expect, it } from 'vitest';
import { identityDoubts, isOpenDoubt, type SeenAccount } from '../../../../utils/campaign/roster/identity';
import { anItem } from '../items';

const listed = anItem({
  kind: 'account',
  unit: '云河市公安局',
  name: '平安云河',
  platform: 'weibo',
  code: '7712345001',
  url: 'https://weibo.com/u/7712345001',
});
const seen = (change: Partial<SeenAccount> = {}): SeenAccount => ({
  platform: 'weibo',
  id: '7712345001',
  name: '平安云河',
  mark: '云河市公安局官方微博',
  own: true,
  ...change,
});
const keys = (account: SeenAccount, item = true, more = [listed]) =>
  identityDoubts(account, item ? listed : null, more).map((doubt) => doubt.key);

describe('identityDoubts', () => {
  it('has none for the account as listed, blanks and width aside', () => {
    expect(keys(seen())).toEqual([]);
    expect(keys(seen({ name: '平安 云河' }))).toEqual([]);
  });

  it('names both values when the name or the number differs', () => {
    expect(identityDoubts(seen({ name: '云河警事' }), listed, [listed])).toEqual([
      { key: 'identity.renamed', args: ['平安云河', '云河警事'] },
    ]);
    expect(keys(seen({ id: '7799999999' }))).toEqual(['identity.otherAccount']);
  });

  it('misses the mark on an account’s own 微博 page only', () => {
    expect(keys(seen({ mark: null }))).toEqual(['identity.noMark']);
    expect(keys(seen({ mark: null, own: false }))).toEqual([]);
  });

  it('finds an account that is listed twice', () => {
    const twin = anItem({ ...listed, code: '', url: 'https://m.weibo.cn/u/7712345001', order: 2 });
    expect(keys(seen(), true, [listed, twin])).toEqual(['identity.twice']);
  });

  it('suspects an unregistered account by the name of a listed one or the unit in its mark', () => {
    expect(keys(seen({ platform: 'douyin', id: 'x', mark: null }), false)).toEqual(['identity.unlisted']);
    expect(keys(seen({ name: '云河禁毒' }), false)).toEqual(['identity.unlisted']);
    expect(keys(seen({ name: '旅行的人', mark: null }), false)).toEqual([]);
    expect(keys(seen({ name: null }), false)).toEqual([]);
  });

  it('compares with the number in the address where the ledger has none of its own, if it is of one make', () => {
    const linked = anItem({ ...listed, code: '' });
    const other = seen({ id: '7799999999' });
    expect(identityDoubts(other, linked, [linked])).toEqual([
      { key: 'identity.otherAccount', args: ['7712345001', '7799999999'] },
    ]);
    const byDomain = anItem({ ...listed, code: '', url: 'https://weibo.com/yunhepolice' });
    expect(identityDoubts(other, byDomain, [byDomain])).toEqual([]);
    const byToken = anItem({
      ...listed,
      platform: 'toutiao',
      code: '',
      url: 'https://www.toutiao.com/c/user/token/MS4wLjABAAAA/',
    });
    expect(identityDoubts({ ...other, platform: 'toutiao' }, byToken, [byToken])).toEqual([]);
  });

  it('keeps the check open for all but a mark that was not seen', () => {
    expect(isOpenDoubt({ key: 'identity.renamed' })).toBe(true);
    expect(isOpenDoubt({ key: 'identity.noMark' })).toBe(false);
  });
});

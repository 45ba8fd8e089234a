import { expect, test } from 'vitest';
import { searchPages } from '../../../demo/accounts/pages/sogou';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import { openPage } from '../../lib/openPage';
import { readAccount, withoutClassNames } from './cases';

const RULE = { value: 14, unit: 'days' as const };
const READ_AT = '2024-04-18T01:30:00.000Z';
const served = new Map(searchPages);
const read = (type: number, query: string, changed = (html: string) => html) => {
  const address = `weixin.sogou.com/weixin?type=${type}&query=${encodeURIComponent(query)}`;
  const html = changed(served.get(address)!());
  return readAccount(openPage(html), `https://${address}&_sug_=n&ie=utf8&token=secret`, READ_AT)!;
};

test.each([
  ['as served', (html: string) => html],
  ['with new class names', withoutClassNames],
])('an account found by its exact name is updated since its latest article (%s)', (_, changed) => {
  const snapshot = read(1, '云河发布', changed);
  expect(snapshot).toMatchObject({
    platform: 'wechat',
    name: '云河发布',
    newest: '2024-04-12',
    exactness: 'notBefore',
    completeSince: null,
  });
  expect(snapshot.posts).toHaveLength(1);
  expect(snapshot.url).not.toMatch(/token|_sug_/);
  expect(judgeLiveness(snapshot, '2024-04-18', RULE)).toMatchObject({
    state: 'alive',
    lastUpdate: '2024-04-12',
  });
});

test('a search never says stale', () => {
  const judged = judgeLiveness(read(1, '云河发布'), '2024-05-30', RULE);
  expect(judged).toMatchObject({ state: 'unknown', reason: { key: 'accounts.unknown.search' } });
});

test('articles count by the account that published them, not by a title of the same words', () => {
  const snapshot = read(2, '云河发布');
  expect(snapshot.posts.map(({ time, text }) => [time!.day, text])).toEqual([
    ['2024-04-11', '政务公开进社区'],
    ['2024-03-05', '防汛减灾科普'],
  ]);
});

test('two accounts of one name: nobody can tell which is meant', () => {
  const snapshot = read(1, '云河警事');
  expect(snapshot).toMatchObject({ posts: [], newest: null, limits: [{ kind: 'search' }] });
  expect(judgeLiveness(snapshot, '2024-04-18', RULE).state).toBe('unknown');
});

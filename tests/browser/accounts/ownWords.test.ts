import { describe, expect, test } from 'vitest';
import type { DemoPost } from '../../../demo/accounts/model';
import { bilibiliProfile } from '../../../demo/accounts/pages/bilibili';
import { wechatArticle } from '../../../demo/accounts/pages/wechat';
import { weiboMobileProfile, weiboPost, weiboProfile } from '../../../demo/accounts/pages/weibo';
import { readAccountPage } from '../../../utils/accounts/page';
import { openPage } from '../../lib/openPage';
import { account, profiles } from './cases';

const NOW = Date.parse('2024-04-18T09:30:00+08:00');
const post = (text: string, more: Partial<DemoPost> = {}): DemoPost => ({
  at: '2024-04-12 09:00',
  text,
  ...more,
});
const repost = post('转发微博', {
  at: '2024-04-11 09:00',
  repost: { authorId: '7799999999', author: '云河晚报', at: '2024-04-10 08:00', text: '别人写错的话' },
});
const wordsOf = (html: string, url: string) =>
  readAccountPage(openPage(html), { url, now: NOW })
    .snapshot.blocks.map(({ text }) => text)
    .join('\n');

describe.each(profiles)('$name', (of) => {
  test('the words of its own posts are checked, recommendations are not', () => {
    const posts = [post('本局自己的话'), post('第二条', { at: '2024-04-09 09:00' })];
    const words = wordsOf(
      of.draw(account(of, posts), {
        recommended: [post('别人写错的话', { at: '2024-04-15 12:00' })],
      }),
      of.url,
    );
    expect(words).toContain('本局自己的话');
    expect(words).not.toContain('别人写错的话');
  });
});

test.each([
  ['weibo.com', weiboProfile, 'https://weibo.com/u/7712345001'],
  ['m.weibo.cn', weiboMobileProfile, 'https://m.weibo.cn/u/7712345001'],
  ['哔哩哔哩', bilibiliProfile, 'https://space.bilibili.com/7712345001/dynamic'],
] as const)('%s: the post inside a repost is not the account’s to answer for', (_, draw, url) => {
  const platform = url.includes('bili') ? 'bilibili' : 'weibo';
  const of = { platform, id: '7712345001', name: '云河发布', mark: '' } as const;
  const words = wordsOf(
    draw({ ...of, posts: [post('本局自己的话'), repost, post('第三条', { at: '2024-04-09 09:00' })] }),
    url,
  );
  expect(words).toContain('本局自己的话');
  expect(words).not.toContain('别人写错的话');
});

test('of an opened post the comments of others do not count', () => {
  const of = { platform: 'weibo', id: '7712345001', name: '云河发布', mark: '', posts: [] } as const;
  const own = post('本局自己的话');
  const page = weiboPost(of, own);
  const url = `https://weibo.com${/href="(\/7712345001\/\w+)"/.exec(page)![1]}`;
  const words = wordsOf(page, url);
  expect(words).toContain('本局自己的话');
  expect(words).not.toContain('已阅，支持');
});

test('of an article its text counts', () => {
  const html = wechatArticle(
    { platform: 'wechat', id: 'MzYyODg0MDg4NA==', name: '云河发布', mark: '', posts: [] },
    post('本局自己的话'),
  );
  expect(wordsOf(html, 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv')).toContain('本局自己的话');
});

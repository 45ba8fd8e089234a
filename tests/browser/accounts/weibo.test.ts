import { expect, test } from 'vitest';
import type { DemoPost } from '../../../demo/accounts/model';
import { weiboMobileProfile, weiboPlainProfile, weiboProfile } from '../../../demo/accounts/pages/weibo';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import { mergeReadings } from '../../../utils/accounts/merge';
import { openPage } from '../../lib/openPage';
import { daily, readAccount } from './cases';

const RULE = { value: 14, unit: 'days' as const };
const URL_OF = 'https://weibo.com/u/7712345001';
const account = (posts: readonly DemoPost[]) => ({
  platform: 'weibo' as const,
  id: '7712345001',
  name: '云河市场监管',
  mark: '云河市市场监督管理局官方微博',
  posts,
});
const read = (html: string, url = URL_OF, readAt = '2024-04-18T09:30:00+08:00') =>
  readAccount(openPage(html), url, new Date(readAt).toISOString())!;

const repost: DemoPost = {
  at: '2023-09-10 08:00',
  text: '转发微博',
  repost: { authorId: '7799999999', author: '云河晚报', at: '2023-09-09 20:00', text: '市民提问' },
};

test('silent since 2023-09-19, inspected at 2024-04-18', () => {
  const snapshot = read(weiboProfile(account([...daily('2023-09-19', 5), repost])));
  expect(snapshot).toMatchObject({
    name: '云河市场监管',
    mark: '云河市市场监督管理局官方微博',
    newest: '2023-09-19',
  });
  expect(judgeLiveness(snapshot, '2024-04-18', RULE)).toMatchObject({
    state: 'stale',
    since: 212,
    over: 198,
    longestGap: 212,
  });
});

test('the post inside a repost is not the account’s', () => {
  const newer = { ...repost, repost: { ...repost.repost!, at: '2024-04-17 20:00' } };
  for (const [draw, url] of [
    [weiboProfile, URL_OF],
    [weiboMobileProfile, 'https://m.weibo.cn/u/7712345001'],
  ] as const) {
    const snapshot = read(draw(account([newer, ...daily('2023-09-05', 3)])), url);
    expect(snapshot.newest).toBe('2023-09-10');
    expect(snapshot.posts).toHaveLength(4);
  }
});

test('two digits of the year are a year, and an address finds the year of a date without one', () => {
  const posts = [
    { at: '2024-01-10 08:00', text: '一', label: '24-1-10 08:00' },
    { at: '2023-12-30 08:00', text: '二', label: '12-30 08:00' },
  ];
  expect(read(weiboProfile(account(posts))).posts.map((post) => post.time!.day)).toEqual([
    '2024-01-10',
    '2023-12-30',
  ]);
});

test('relative labels over midnight count from the reading, and a later reading does not move them', () => {
  const posts = [
    { at: '2024-04-17 23:50', text: '夜间提示', label: '40分钟前' },
    { at: '2024-04-17 10:00', text: '上午通报', label: '昨天 10:00' },
  ];
  const html = weiboMobileProfile(account(posts)).replaceAll('<a href="/status/', '<a data-x="');
  const url = 'https://m.weibo.cn/u/7712345001';
  const first = read(html, url, '2024-04-18T00:30:00+08:00');
  expect(first.posts.map((post) => post.time!.day)).toEqual(['2024-04-17', '2024-04-17']);
});

test('a scheduled post: the shown date beats the earlier time in its address', () => {
  const scheduled = { at: '2024-04-05 08:00', handedIn: '2024-04-03 22:00', text: '清明节放假提示' };
  const snapshot = read(weiboProfile(account([scheduled, ...daily('2024-03-20', 3)])));
  expect(snapshot).toMatchObject({ newest: '2024-04-05', newestSource: 'page' });
  const judged = judgeLiveness(snapshot, '2024-04-18', RULE);
  expect(judged).toMatchObject({ state: 'alive', since: 13, left: 1 });
});

test('a virtual list is complete while its pieces overlap', () => {
  const all = daily('2024-04-16', 30);
  const pieces = [all.slice(0, 10), all.slice(8, 20), all.slice(18, 30)].map((posts) =>
    read(weiboProfile(account(posts))),
  );
  const later = pieces.slice(1).map((piece) => ({ ...piece, completeSince: null }));
  const merged = mergeReadings([pieces[0]!, ...later]);
  expect(merged.posts).toHaveLength(30);
  expect(merged.completeSince).toBe('2024-03-18');
  expect(judgeLiveness(merged, '2024-04-18', RULE)).toMatchObject({ last14Days: 13, exact: true });
  const torn = mergeReadings([pieces[0]!, later[1]!]);
  expect(torn.completeSince).toBe('2024-04-07');
  expect(judgeLiveness(torn, '2024-04-18', RULE)).toMatchObject({ exact: false });
});

test('page 2 of weibo.cn is not the newest end', () => {
  const html = weiboPlainProfile(account(daily('2023-09-19', 5))).replace('1/3页', '2/3页');
  const snapshot = read(html, 'https://weibo.cn/7712345001/profile?page=2');
  expect(snapshot).toMatchObject({ newest: '2023-09-19', completeSince: null, exactness: 'notBefore' });
  expect(judgeLiveness(snapshot, '2024-04-18', RULE).state).toBe('unknown');
});

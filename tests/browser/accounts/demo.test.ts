import { expect, test } from 'vitest';
import { cityAccounts } from '../../../demo/accounts/city';
import { accountPages } from '../../../demo/accounts/site';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import { openPage } from '../../lib/openPage';
import { readAccount } from './cases';

const accountPage = accountPages(cityAccounts);
const NOW = '2024-04-18';
const RULE = { value: 14, unit: 'days' as const };
const addressOf = ({ host, path }: { host: string; path: string }) => `http://${host}${path}`;

function served(address: string): string {
  const visit = { url: new URL(address), link: (host: string, path: string) => `http://${host}${path}` };
  return accountPage(visit)?.body as string;
}

test('67 accounts, by platform as in the notice', () => {
  const count: Record<string, number> = {};
  for (const { platform } of cityAccounts) count[platform] = (count[platform] ?? 0) + 1;
  expect(count).toEqual({
    wechat: 28,
    weibo: 13,
    douyin: 8,
    kuaishou: 6,
    toutiao: 5,
    weishi: 3,
    xiaohongshu: 1,
    bilibili: 1,
    baijiahao: 1,
    tieba: 1,
  });
  expect(new Set(cityAccounts.map(addressOf)).size).toBe(67);
});

test('inspected at 2024-04-18, years later: one is stale since 2023-09-19, all others are alive', () => {
  const stale: string[] = [];
  for (const account of cityAccounts) {
    const snapshot = readAccount(
      openPage(served(addressOf(account))),
      addressOf(account),
      '2026-11-23T02:00:00Z',
    )!;
    expect(snapshot, addressOf(account)).toMatchObject({
      platform: account.platform,
      accountId: account.id,
      name: account.name,
    });
    const { state, lastUpdate } = judgeLiveness(snapshot, NOW, RULE);
    if (state !== 'alive') stale.push(`${account.platform} ${account.unit} ${state} ${lastUpdate}`);
  }
  expect(stale).toEqual(['weibo 云河市市场监督管理局 stale 2023-09-19']);
});

test('every post of every account has a page of its own with the same day', () => {
  const unread: string[] = [];
  for (const account of cityAccounts) {
    const opened =
      account.platform === 'wechat'
        ? []
        : readAccount(openPage(served(addressOf(account))), addressOf(account), NOW)!.posts;
    for (const post of opened.slice(0, 2)) {
      const snapshot = readAccount(openPage(served(post.url)), post.url, '2026-11-23T02:00:00Z')!;
      if (snapshot.newest !== post.time!.day || snapshot.pageKind !== 'post')
        unread.push(`${post.url} ${snapshot.newest}`);
    }
  }
  expect(unread).toEqual([]);
});

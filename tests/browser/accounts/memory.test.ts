import { expect, test } from 'vitest';
import { douyinProfile } from '../../../demo/accounts/pages/douyin';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import { createAccountMemory } from '../../../utils/accounts/memory';
import type { AccountSnapshot } from '../../../utils/accounts/snapshot';
import { openPage } from '../../lib/openPage';
import { daily, readAccount } from './cases';

const RULE = { value: 14, unit: 'days' as const };
const READ_AT = '2024-04-18T01:30:00.000Z';
const page = (id: string, newest: string) =>
  douyinProfile(
    { platform: 'douyin', id, name: id, mark: '', posts: daily(newest, 6) },
    { foot: '没有更多了' },
  );
const urlOf = (id: string) => `https://www.douyin.com/user/${id}`;

test('an address that changes before the page does gives nobody another account’s posts', () => {
  const memory = createAccountMemory();
  const read = (id: string, html: string): AccountSnapshot =>
    memory.keep(readAccount(openPage(html), urlOf(id), READ_AT)!);
  const judged = (account: AccountSnapshot) => judgeLiveness(account, '2024-04-18', RULE).state;

  const first = page('MS4wErster', '2023-09-19');
  expect(judged(read('MS4wErster', first))).toBe('stale');
  const between = read('MS4wZweiter', first);
  expect(between).toMatchObject({
    accountId: 'MS4wZweiter',
    name: null,
    posts: [],
    limits: [{ kind: 'loading' }],
  });
  expect(judged(between)).toBe('unknown');
  const second = read('MS4wZweiter', page('MS4wZweiter', '2024-04-16'));
  expect(second.posts).toHaveLength(6);
  expect(judged(second)).toBe('alive');
  expect(judged(read('MS4wErster', first))).toBe('stale');
});

test('what the reviewer typed outlasts the next reading of the page', () => {
  const memory = createAccountMemory();
  const gate = '<title>抖音</title><p>登录后查看更多内容</p>';
  const read = () => memory.keep(readAccount(openPage(gate), urlOf('MS4wErster'), READ_AT)!);
  expect(judgeLiveness(read(), '2024-04-18', RULE).state).toBe('unknown');
  memory.typeDate('2024-04-12', READ_AT);
  expect(judgeLiveness(read(), '2024-04-18', RULE)).toMatchObject({
    state: 'alive',
    lastUpdate: '2024-04-12',
    lastUpdateSource: 'typed',
  });
});

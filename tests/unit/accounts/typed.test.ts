import { describe, expect, it } from 'vitest';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import type { AccountSnapshot } from '../../../utils/accounts/snapshot';
import { withTypedDate } from '../../../utils/accounts/typed';

const gated: AccountSnapshot = {
  platform: 'weishi',
  pageKind: 'gate',
  accountId: '1',
  name: '云河发布',
  mark: null,
  url: 'https://isee.weishi.qq.com/ws/app-pages/share/index.html?id=1',
  posts: [],
  newest: null,
  newestSource: null,
  exactness: null,
  completeSince: null,
  listEnded: false,
  notice: null,
  readAt: '2024-04-18T02:00:00.000Z',
  limits: [{ kind: 'login', detail: '登录后查看更多' }],
};
const twoWeeks = { value: 14, unit: 'days' } as const;
const judged = (day: string) =>
  judgeLiveness(withTypedDate(gated, day, '2024-04-18T02:05:00.000Z'), '2024-04-18', twoWeeks);

describe('withTypedDate', () => {
  it('clears an account that posted within the limit', () => {
    expect(judged('2024-04-10')).toMatchObject({
      state: 'alive',
      lastUpdate: '2024-04-10',
      lastUpdateSource: 'typed',
    });
  });

  it('finds an account stale that nobody could read', () => {
    expect(judged('2023-09-19')).toMatchObject({ state: 'stale', since: 212, over: 198 });
  });

  it('lets the reviewer correct a date', () => {
    const wrong = withTypedDate(gated, '2023-09-19', gated.readAt);
    const right = withTypedDate(wrong, '2024-04-16', gated.readAt);
    expect(right.posts).toHaveLength(1);
    expect(right.newest).toBe('2024-04-16');
  });
});

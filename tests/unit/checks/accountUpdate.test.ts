import { describe, expect, it } from 'vitest';
import type { AccountSnapshot } from '../../../utils/accounts/snapshot';
import { timeOfDay } from '../../../utils/accounts/times';
import { accountUpdate } from '../../../utils/checks/accountUpdate';
import type { IndicatorPack } from '../../../utils/indicators/pack';
import { defaultPack } from '../../../utils/indicators/packs';
import type { PageSnapshot } from '../../../utils/page/snapshot';

const now = '2024-04-18';

function page(day: string, more: Partial<AccountSnapshot> = {}): PageSnapshot {
  const account = {
    platform: 'weibo',
    pageKind: 'account',
    posts: [
      {
        id: 'a',
        time: timeOfDay(day),
        timeSource: 'page',
        pinned: false,
        own: true,
        url: 'https://weibo.com/1/a',
        text: '要闻',
      },
    ],
    newest: day,
    completeSince: day,
    notice: null,
    limits: [],
    readAt: '2024-04-18T01:00:00Z',
    ...more,
  };
  return { account } as unknown as PageSnapshot;
}

/** The national pack with one number of M2 replaced or added, as a province would. */
function packWith(name: string, value: number, unit: 'days' | 'workingDays'): IndicatorPack {
  const indicator = defaultPack.indicators.M2!;
  const thresholds = {
    ...indicator.thresholds,
    [name]: { value, unit, source: '某市通报', verified: false },
  };
  return { ...defaultPack, indicators: { ...defaultPack.indicators, M2: { ...indicator, thresholds } } };
}

const run = (snapshot: PageSnapshot, pack = defaultPack) => accountUpdate.run(snapshot, { now, pack });

describe('accountUpdate', () => {
  it('fails the account that is silent since 2023-09-19', () => {
    expect(run(page('2023-09-19'))).toMatchObject({
      kind: 'fail',
      reason: { key: 'accounts.state.stale', args: ['2023-09-19', 212, 198] },
      facts: { lastUpdated: '2023-09-19', daysSince: 212, daysLeft: null, threshold: 14 },
      evidence: [{ quote: '要闻', href: 'https://weibo.com/1/a' }],
    });
  });

  it('passes while days are left, and warns when few are', () => {
    expect(run(page('2024-04-12'))).toMatchObject({ kind: 'pass', reason: { args: ['2024-04-12', 8] } });
    expect(run(page('2024-04-06')).reason.key).toBe('checks.accountUpdate.warning');
  });

  it('asks a person when it cannot tell, when the account is gone and when it was closed', () => {
    expect(
      run(page('2023-09-19', { completeSince: null, limits: [{ kind: 'login', detail: '请登录' }] })).kind,
    ).toBe('review');
    const notice = { kind: 'closed', of: 'account', quote: '停更公告' } as const;
    expect(run(page('2023-09-19', { notice })).kind).toBe('review');
    expect(run(page('2023-09-19', { pageKind: 'dead', notice: { ...notice, kind: 'banned' } })).kind).toBe(
      'review',
    );
  });

  it('follows the pack: fewer days, working days, another limit for one platform', () => {
    expect(run(page('2024-04-07'), packWith('limit', 10, 'days')).kind).toBe('fail');
    expect(run(page('2024-04-08'), packWith('limit', 7, 'workingDays')).kind).toBe('fail');
    expect(run(page('2024-04-09'), packWith('limit', 7, 'workingDays')).kind).toBe('pass');
    expect(run(page('2024-04-07'), packWith('limit:weibo', 10, 'days')).kind).toBe('fail');
    expect(run(page('2024-04-07'), packWith('limit:douyin', 10, 'days')).kind).toBe('pass');
  });

  it('does not speak about other pages, nor without a number', () => {
    expect(run({} as PageSnapshot).kind).toBe('notApplicable');
    expect(run(page('2023-09-19'), { ...defaultPack, checks: {} }).kind).toBe('review');
  });
});

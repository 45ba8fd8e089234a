import { describe, expect, it } from 'vitest';
import { judgeLiveness } from '../../../utils/accounts/liveness';
import { mergeReadings } from '../../../utils/accounts/merge';
import type { AccountPost, AccountSnapshot } from '../../../utils/accounts/snapshot';
import { timeOfDay } from '../../../utils/accounts/times';
import { addDays } from '../../../utils/dates/civil';

const NOW = '2024-04-18';
const DAYS = { value: 14, unit: 'days' as const };

function post(day: string, more: Partial<AccountPost> = {}): AccountPost {
  return {
    id: day,
    time: timeOfDay(day),
    timeSource: 'page',
    pinned: false,
    own: true,
    url: '',
    text: '',
    ...more,
  };
}

/** A time counted from an id: that day or up to two later. */
const byId = (day: string) => ({
  timeSource: 'id' as const,
  time: { ...timeOfDay(day), latest: addDays(day, 2) },
});

function list(posts: AccountPost[], more: Partial<AccountSnapshot> = {}): AccountSnapshot {
  const days = posts.filter((p) => !p.pinned && p.time).map((p) => p.time!.earliest);
  return {
    platform: 'weibo',
    pageKind: 'account',
    accountId: '1',
    name: null,
    mark: null,
    url: 'https://weibo.com/u/1',
    posts,
    newest: null,
    newestSource: null,
    exactness: null,
    completeSince: days.sort()[0] ?? null,
    listEnded: false,
    notice: null,
    readAt: '2024-04-18T01:30:00Z',
    limits: [],
    ...more,
  };
}

const judge = (snapshot: AccountSnapshot, now = NOW, rule = DAYS) => judgeLiveness(snapshot, now, rule);

describe('judgeLiveness', () => {
  it.each([
    ['2024-04-18', 'alive', 0, 14],
    ['2024-04-05', 'alive', 13, 1],
    ['2024-04-04', 'alive', 14, 0],
    ['2024-04-03', 'stale', 15, null],
    ['2023-09-19', 'stale', 212, null],
  ])('newest %s: %s', (newest, state, since, left) => {
    expect(judge(list([post(newest), post('2023-01-01')]))).toMatchObject({
      state,
      since,
      left,
      over: Math.max(0, since - 14),
      lastUpdate: newest,
    });
  });

  it('takes the maximum, never the first', () => {
    const pinned = post('2021-01-01', { pinned: true });
    expect(judge(list([pinned, post('2024-04-10')]))).toMatchObject({
      state: 'alive',
      lastUpdate: '2024-04-10',
    });
  });

  it('ignores posts after the 监测时间点 and others’ posts', () => {
    const later = list([post('2024-05-20'), post('2024-05-02'), post('2024-03-01')], {
      readAt: '2024-05-21T00:00:00Z',
    });
    expect(judge(later)).toMatchObject({ state: 'stale', lastUpdate: '2024-03-01', last14Days: 0 });
    const others = list([post('2024-04-17', { own: false }), post('2024-03-01')]);
    expect(judge(others)).toMatchObject({ state: 'stale', lastUpdate: '2024-03-01' });
  });

  it('cannot tell when only later posts were loaded', () => {
    const later = list([post('2024-05-20')], { readAt: '2024-05-21T00:00:00Z' });
    expect(judge(later)).toMatchObject({ state: 'unknown', lastUpdate: null, updatedInTwoWeeks: null });
  });

  it('cannot say stale when the page was read before the 监测时间点', () => {
    const early = list([post('2024-03-01')], { readAt: '2024-04-10T01:00:00Z' });
    expect(judge(early).state).toBe('unknown');
    expect(judge(list([post('2024-04-09')], { readAt: '2024-04-10T01:00:00Z' })).state).toBe('alive');
  });

  it.each(['login', 'captcha', 'rateLimit', 'loading', 'layout', 'empty', 'shared'] as const)(
    'never says stale when the reading is limited: %s',
    (kind) => {
      const limited = list([post('2023-01-01')], { limits: [{ kind, detail: '' }], completeSince: null });
      expect(judge(limited)).toMatchObject({
        state: 'unknown',
        over: null,
        reason: { key: `accounts.unknown.${kind}` },
      });
    },
  );

  it('an id’s time proves freshness and, far from the limit, staleness; near the limit it is 待核', () => {
    expect(judge(list([post('2024-04-04', byId('2024-04-04'))])).state).toBe('alive');
    expect(judge(list([post('2024-04-02', byId('2024-04-02'))]))).toMatchObject({
      state: 'unknown',
      openNewest: true,
    });
    expect(judge(list([post('2024-04-01', byId('2024-04-01'))]))).toMatchObject({
      state: 'stale',
      openNewest: true,
    });
  });

  it('leaves a month undecided unless it is clearly older', () => {
    const month = (earliest: string, latest: string) =>
      list([post('x', { time: { day: null, earliest, latest, at: null, relative: false } })]);
    expect(judge(month('2024-04-01', '2024-04-30'))).toMatchObject({
      state: 'unknown',
      updatedInTwoWeeks: null,
    });
    expect(judge(month('2024-02-01', '2024-02-29'))).toMatchObject({ state: 'stale', lastUpdate: null });
  });

  it('counts in working days where the pack does', () => {
    const weekdays = (from: string, to: string) => {
      let n = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
        if (new Date(day).getUTCDay() % 6 !== 0) n++;
      return n;
    };
    const rule = { value: 7, unit: 'workingDays' as const, workingDays: weekdays, isKnown: () => true };
    expect(judgeLiveness(list([post('2024-04-09')]), NOW, rule)).toMatchObject({
      state: 'alive',
      since: 7,
      left: 0,
    });
    expect(judgeLiveness(list([post('2024-04-08')]), NOW, rule)).toMatchObject({
      state: 'stale',
      since: 8,
      over: 1,
    });
    // Without the year's holiday notice a few days over may be holidays; many cannot be.
    const unsure = { ...rule, isKnown: () => false };
    expect(judgeLiveness(list([post('2024-04-08')]), NOW, unsure)).toMatchObject({
      state: 'unknown',
      reason: { key: 'accounts.unknown.calendar' },
    });
    expect(judgeLiveness(list([post('2023-09-19')]), NOW, unsure).state).toBe('stale');
    expect(judgeLiveness(list([post('2024-04-09')]), NOW, unsure).state).toBe('alive');
  });

  it('counts the posts of 14 days, exactly only when the list reaches further back or ended', () => {
    const recent = ['2024-04-16', '2024-04-10', '2024-04-04'].map((day) => post(day));
    expect(judge(list(recent))).toMatchObject({ last14Days: 3, exact: false, updatedInTwoWeeks: true });
    expect(judge(list([...recent, post('2024-04-03')]))).toMatchObject({ last14Days: 3, exact: true });
    expect(judge(list(recent, { listEnded: true }))).toMatchObject({ last14Days: 3, exact: true });
  });

  it('finds the longest gap, the running one included', () => {
    const posts = ['2024-04-16', '2024-03-01', '2024-02-25'].map((day) => post(day));
    expect(judge(list(posts)).longestGap).toBe(46);
    expect(judge(list([post('2024-01-01'), post('2023-12-30')])).longestGap).toBe(108);
    expect(judge(list([post('2024-04-16')])).longestGap).toBeNull();
  });

  it('calls an account gone or closed, never stale, when the page says so', () => {
    const gone = list([], {
      pageKind: 'dead',
      notice: { kind: 'banned', of: 'account', quote: '账号已被封禁' },
    });
    expect(judge(gone)).toMatchObject({ state: 'gone', over: null });
    const closed = list([post('2023-01-01')], {
      notice: { kind: 'closed', of: 'account', quote: '注销公告' },
    });
    expect(judge(closed)).toMatchObject({ state: 'closed', over: null });
  });
});

describe('mergeReadings', () => {
  const single = (day: string) => list([post(day)], { pageKind: 'post', completeSince: null });

  it('a single post opened afterwards proves "updated since"', () => {
    const merged = mergeReadings([list([post('2024-03-20'), post('2024-03-01')]), single('2024-04-17')]);
    expect(merged).toMatchObject({ newest: '2024-04-17', completeSince: '2024-03-01' });
    expect(judge(merged)).toMatchObject({ state: 'alive', lastUpdate: '2024-04-17' });
  });

  it('single posts alone never say stale', () => {
    expect(judge(mergeReadings([single('2024-01-01'), single('2024-02-01')])).state).toBe('unknown');
  });

  it('a list read before the 监测时间点 stays old, whatever was opened later', () => {
    const early = list([post('2024-03-01')], { readAt: '2024-04-10T01:00:00Z' });
    expect(judge(mergeReadings([early, single('2024-02-01')])).state).toBe('unknown');
    const again = list([post('2024-03-01')]);
    expect(judge(mergeReadings([early, again])).state).toBe('stale');
  });

  it('the post’s own page settles what its id left open', () => {
    const open = list([post('2024-04-02', { ...byId('2024-04-02'), id: 'a' }), post('2024-03-01')]);
    expect(judge(open).state).toBe('unknown');
    const page = list([post('2024-04-02', { id: 'a' })], { pageKind: 'post', completeSince: null });
    expect(judge(mergeReadings([open, page])).state).toBe('stale');
  });

  it('the first reading of a relative label stays', () => {
    const relative = (day: string) => post(day, { id: 'a', time: { ...timeOfDay(day), relative: true } });
    const merged = mergeReadings([list([relative('2024-04-17')]), list([relative('2024-04-18')])]);
    expect(merged.posts[0]!.time!.day).toBe('2024-04-17');
  });
});

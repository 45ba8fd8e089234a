import { addDays, dayOf, daysBetween } from '../dates/civil';
import type { CivilDate } from '../page/snapshot';
import { type Sentence, say } from '../words';
import type { AccountPost, AccountSnapshot, PostTime, TimeSource } from './snapshot';

/** No stretch of holidays, taken together with the next, has more days off. */
const HOLIDAYS_AT_MOST = 15;

/** The window of "近2周", in days. */
const TWO_WEEKS = 14;

/** After how long without a post an account counts as not updated. */
export type UpdateRule =
  | { value: number; unit: 'days' }
  /** `workingDays` counts those after `from` up to and with `to`. */
  | {
      value: number;
      unit: 'workingDays';
      workingDays: (from: CivilDate, to: CivilDate) => number;
      /** Whether the holidays of that time are known, so that the count is exact. */
      isKnown: (from: CivilDate, to: CivilDate) => boolean;
    };

export type LivenessState = 'alive' | 'stale' | 'unknown' | 'gone' | 'closed';

/** Whether an account is kept up, judged at the 监测时间点, with the numbers that monitors report. */
export interface Liveness {
  state: LivenessState;
  reason: Sentence;
  /** 待核: the answer hangs on the newest post's own page. */
  openNewest: boolean;
  /** 最近更新时间: newest day at or before the 监测时间点. */
  lastUpdate: CivilDate | null;
  lastUpdateSource: TimeSource | null;
  /** The post that gives `lastUpdate`. */
  newestPost: AccountPost | null;
  /** 近2周是否更新; null when unknown. */
  updatedInTwoWeeks: boolean | null;
  /** Days (in the rule's unit) since the last update; null when unknown. */
  since: number | null;
  /** 不达标天数: by how many the rule is exceeded, 0 while it is kept; null when unknown. */
  over: number | null;
  /** Until the rule would be broken; null when it is or unknown. */
  left: number | null;
  /** 最长更新间隔 in days over what was loaded, the running one included; null with fewer than two dates. */
  longestGap: number | null;
  /** Own posts of the last 14 days: at least so many. */
  last14Days: number;
  /** `last14Days` is the exact number. */
  exact: boolean;
}

/**
 * Judges one account.
 * @param reading one page, or several merged (`mergeReadings`).
 * @param now the 监测时间点; posts after it do not count.
 */
export function judgeLiveness(reading: AccountSnapshot, now: CivilDate, rule: UpdateRule): Liveness {
  const dated = reading.posts.filter(
    (post): post is Dated => post.own && post.time !== null && post.time.earliest <= now,
  );
  const newest = newestOf(dated);
  const elapsed = (day: CivilDate) => elapsedIn(rule, day, now);
  const windowed = (time: PostTime) => elapsed(time.earliest) <= rule.value;
  const fresh = dated.some((post) => windowed(post.time));
  const verdict = fresh
    ? {
        state: 'alive' as const,
        reason: say('accounts.state.alive', newest?.time.day ?? ''),
        openNewest: false,
      }
    : notFresh(reading, dated, newest, now, rule);
  const settled = verdict.state === 'alive' || verdict.state === 'stale';
  const since = newest?.time.day && settled ? elapsed(newest.time.day) : null;
  return {
    ...verdict,
    lastUpdate: newest?.time.day ?? null,
    lastUpdateSource: newest?.timeSource ?? null,
    newestPost: newest,
    since,
    over: since === null ? null : Math.max(0, since - rule.value),
    left: since === null || verdict.state !== 'alive' ? null : Math.max(0, rule.value - since),
    longestGap: longestGap(withoutTops(dated, reading.completeSince), now),
    ...recent(reading, dated, now, verdict.state),
  };
}

type Dated = AccountPost & { time: PostTime };
type Verdict = Pick<Liveness, 'state' | 'reason' | 'openNewest'>;

/** No post is certainly within the rule: stale only when the list is known to be complete, else closed, gone or unknown. */
function notFresh(
  reading: AccountSnapshot,
  dated: readonly Dated[],
  newest: Dated | null,
  now: CivilDate,
  rule: UpdateRule,
): Verdict {
  const { notice, limits } = reading;
  const unknown = (key: string, ...args: (string | number)[]): Verdict => ({
    state: 'unknown',
    reason: say(`accounts.unknown.${key}`, ...args),
    openNewest: false,
  });
  if (reading.pageKind === 'dead' && notice) {
    return { state: 'gone', reason: say(`accounts.gone.${notice.of}`, notice.quote), openNewest: false };
  }
  if (notice?.kind === 'closed') {
    return { state: 'closed', reason: say('accounts.state.closed', notice.quote), openNewest: false };
  }
  const [limit] = limits;
  if (limit) return unknown(limit.kind, limit.detail);
  if (reading.pageKind === 'post') {
    return newest ? unknown('onePost', newest.time.day ?? '') : unknown('laterPost', reading.newest ?? '');
  }
  if (reading.completeSince === null)
    return unknown(reading.posts.length > 0 ? 'notFromTop' : 'layout', reading.url);
  if (dayOf(reading.readAt) < now) return unknown('readEarlier', dayOf(reading.readAt), now);
  if (!newest) {
    return unknown(reading.newestSource === 'typed' ? 'typedLater' : 'onlyLater', reading.completeSince);
  }
  const near = dated.find((post) => elapsedIn(rule, post.time.latest, now) <= rule.value);
  if (near) {
    const key = near.timeSource === 'id' ? 'idNearLimit' : 'spanNearLimit';
    return { ...unknown(key, near.time.day ?? near.time.earliest.slice(0, 7)), openNewest: true };
  }
  const day = newest.time.day ?? newest.time.latest;
  const since = elapsedIn(rule, day, now);
  if (rule.unit === 'workingDays' && since - rule.value <= HOLIDAYS_AT_MOST && !rule.isKnown(day, now)) {
    return unknown('calendar', day, since, rule.value);
  }
  return {
    state: 'stale',
    reason: say(
      `accounts.state.stale${newest.timeSource === 'typed' ? 'Typed' : ''}${rule.unit === 'days' ? '' : 'Working'}`,
      day,
      since,
      since - rule.value,
    ),
    openNewest: newest.timeSource === 'id',
  };
}

function elapsedIn(rule: UpdateRule, from: CivilDate, to: CivilDate): number {
  if (rule.unit === 'days') return daysBetween(from, to);
  return from >= to ? 0 : rule.workingDays(from, to);
}

function newestOf(dated: readonly Dated[]): Dated | null {
  return dated.reduce<Dated | null>(
    (best, post) => (best === null || rank(post) > rank(best) ? post : best),
    null,
  );
}

function rank({ time }: Dated): CivilDate {
  return time.day ?? time.earliest;
}

/** 近2周是否更新 and how many posts, exact only when the list reaches back beyond the window and every date in it is certain. */
function recent(
  reading: AccountSnapshot,
  dated: readonly Dated[],
  now: CivilDate,
  state: LivenessState,
): Pick<Liveness, 'updatedInTwoWeeks' | 'last14Days' | 'exact'> {
  const start = addDays(now, -TWO_WEEKS);
  const inside = dated.filter(({ time }) => time.earliest >= start && time.latest <= now);
  const touching = dated.filter(({ time }) => time.latest >= start);
  const complete = reading.completeSince !== null && (reading.completeSince < start || reading.listEnded);
  const exact = complete && touching.length === inside.length && dayOf(reading.readAt) >= now;
  const updated = dated.some(({ time }) => time.earliest >= start);
  const settled = exact || (complete && state === 'stale' && touching.length === 0);
  return { updatedInTwoWeeks: updated || (settled ? false : null), last14Days: inside.length, exact };
}

/** Posts put on top are out of the row, also where no word says that they were: they lie before what was read without a gap. */
function withoutTops(dated: readonly Dated[], since: CivilDate | null): Dated[] {
  return dated.filter((post) => !post.pinned && (since === null || post.time.latest >= since));
}

function longestGap(dated: readonly Dated[], now: CivilDate): number | null {
  const days = [...new Set(dated.map(rank))].sort();
  if (days.length < 2) return null;
  const ends = [...days.slice(1), now];
  return Math.max(...days.map((day, i) => daysBetween(day, ends[i]!)));
}

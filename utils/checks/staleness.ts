import { addDays, addMonths, daysBetween } from '../dates/civil';
import type { IndicatorPack, Threshold } from '../indicators/pack';
import type { CivilDate, ColumnKind } from '../page/snapshot';

/** How a column stands at the 监测时间点. */
export interface Staleness {
  verdict: 'fresh' | 'warning' | 'stale';
  daysSince: number;
  /** Days until the limit; negative once it is passed. */
  daysLeft: number;
  /** The limit in days, counted from the newest item. */
  threshold: number;
}

/** The last day on which an item of `newest` still counts as an update. */
export function lastGoodDay(newest: CivilDate, limit: Threshold): CivilDate {
  return limit.unit === 'months' ? addMonths(newest, limit.value) : addDays(newest, limit.value);
}

/** Compares the newest date with a limit; `warnDays` before it the column is due soon. */
export function staleness(newest: CivilDate, now: CivilDate, limit: Threshold, warnDays: number): Staleness {
  const until = lastGoodDay(newest, limit);
  const daysLeft = daysBetween(now, until);
  return {
    verdict: daysLeft < 0 ? 'stale' : daysLeft <= warnDays ? 'warning' : 'fresh',
    daysSince: daysBetween(newest, now),
    daysLeft,
    threshold: daysBetween(newest, until),
  };
}

/** The indicator that judges columns of this kind, with its limit; null when the pack does not judge them. */
export function columnRule(
  pack: IndicatorPack,
  kind: ColumnKind,
): { id: string; limit: Threshold; warnDays: number } | null {
  const id = pack.columns[kind];
  const indicator = id === undefined ? undefined : pack.indicators[id];
  const limit = indicator?.thresholds.limit;
  return id && limit ? { id, limit, warnDays: indicator?.thresholds.warn?.value ?? 0 } : null;
}

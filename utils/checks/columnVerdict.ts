import type { IndicatorPack } from '../indicators/pack';
import type { CivilDate, DatedList, PageSnapshot } from '../page/snapshot';
import { columnRule, type Staleness, staleness } from './staleness';

/**
 * How one list stands against the limit of its kind. `unknown` says why nothing can be said: it shows no date, the
 * pack has no limit for its kind, its year was only assumed (which never clears a column), or it is not page 1.
 */
export type ColumnVerdict =
  | { kind: 'fresh' | 'warning' | 'stale'; state: Staleness; indicator: string }
  | {
      kind: 'unknown';
      why: 'noDate' | 'noRule' | 'yearAssumed' | 'laterPage';
      state?: Staleness;
      indicator?: string;
    };

/** Judges a list at the 监测时间点 by the pack's limit for its column kind. */
export function columnVerdict(
  list: Pick<DatedList, 'kind' | 'newest' | 'yearAssumed'>,
  page: PageSnapshot['pager'],
  now: CivilDate,
  pack: IndicatorPack,
): ColumnVerdict {
  if (page?.page && page.page > 1) return { kind: 'unknown', why: 'laterPage' };
  if (!list.newest) return { kind: 'unknown', why: 'noDate' };
  const rule = columnRule(pack, list.kind);
  if (!rule) return { kind: 'unknown', why: 'noRule' };
  const state = staleness(list.newest, now, rule.limit, rule.warnDays);
  // An assumed year is the latest possible one: old enough even so is old for certain.
  if (list.yearAssumed && state.verdict !== 'stale') {
    return { kind: 'unknown', why: 'yearAssumed', state, indicator: rule.id };
  }
  return { kind: state.verdict, state, indicator: rule.id };
}

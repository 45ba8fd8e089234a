import type { IndicatorPack } from '../indicators/pack';
import type { CivilDate, DatedList, PageSnapshot } from '../page/snapshot';
import { say } from '../words';
import { asOf } from './asOf';
import type { Check, CheckContext, Outcome } from './check';
import { columnVerdict } from './columnVerdict';
import { lastGoodDay } from './staleness';

/** Is the page's own column, or its main list, updated within the limit of its kind? */
export const lastUpdate: Check = {
  id: 'lastUpdate',
  category: 'stale',
  reads: ['lists'],
  run(snapshot, context) {
    const own = snapshot.lists.find((list) => list.own);
    const column = own && asOf(own, context.now);
    if (!column && snapshot.kind === 'column' && snapshot.blankColumns.length === 0) {
      return { kind: 'review', reason: say('checks.lastUpdate.noRows'), evidence: [] };
    }
    if (!column) return { kind: 'notApplicable', reason: say('checks.lastUpdate.noColumn'), evidence: [] };
    return judgeColumn(snapshot, column, context);
  },
};

function judgeColumn(snapshot: PageSnapshot, column: DatedList, { now, pack }: CheckContext): Outcome {
  const verdict = columnVerdict(column, snapshot.pager, now, pack);
  const { name, newest } = column;
  if (verdict.kind === 'unknown' && verdict.why === 'laterPage') {
    const page = snapshot.pager?.page ?? 0;
    return { kind: 'notApplicable', reason: say('checks.lastUpdate.laterPage', page), evidence: [] };
  }
  if (!newest || column.newestItem === null) {
    return { kind: 'review', reason: say('checks.lastUpdate.noDate', name), evidence: [] };
  }
  const { title: quote, place, href } = column.items[column.newestItem]!;
  const evidence = [{ quote, note: say('checks.lastUpdate.newest', newest), place, href }];
  const { state, indicator } = verdict;
  const shared = {
    evidence,
    ...(indicator ? { indicator } : {}),
    ...(state
      ? {
          facts: {
            lastUpdated: newest,
            daysSince: state.daysSince,
            daysLeft: state.daysLeft,
            threshold: state.threshold,
          },
        }
      : {}),
  };
  switch (verdict.kind) {
    case 'unknown':
      if (verdict.why === 'yearAssumed') {
        return { kind: 'review', reason: say('checks.lastUpdate.yearAssumed', newest), ...shared };
      }
      return longSilent(newest, now, pack)
        ? { kind: 'review', reason: say('checks.lastUpdate.longSilent', name, newest), ...shared }
        : { kind: 'notApplicable', reason: say('checks.lastUpdate.noRule', name, newest), ...shared };
    case 'stale': {
      const { daysSince, threshold } = verdict.state;
      const reason = say('checks.lastUpdate.stale', name, newest, daysSince, threshold);
      return { kind: 'fail', reason, ...shared };
    }
    default: {
      const key = verdict.kind === 'warning' ? 'checks.lastUpdate.warning' : 'checks.lastUpdate.fresh';
      const { daysSince, daysLeft } = verdict.state;
      return { kind: 'pass', reason: say(key, name, newest, daysSince, daysLeft), ...shared };
    }
  }
}

/** A column without a limit of its own that has been silent longer than any column that must be updated may be. */
function longSilent(newest: CivilDate, now: CivilDate, pack: IndicatorPack): boolean {
  const limit = pack.indicators[pack.otherColumns ?? '']?.thresholds.limit;
  return limit !== undefined && lastGoodDay(newest, limit) < now;
}

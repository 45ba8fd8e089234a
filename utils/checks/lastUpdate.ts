import type { DatedList, PageSnapshot } from '../page/snapshot';
import { say } from '../words';
import type { Check, CheckContext, Outcome } from './check';
import { columnRule, staleness } from './staleness';

/** Is the page's own column, or its main list, updated within the limit of its kind? */
export const lastUpdate: Check = {
  id: 'lastUpdate',
  category: 'stale',
  reads: ['lists'],
  run(snapshot, context) {
    const column = snapshot.lists.find((list) => list.own);
    if (!column) return { kind: 'notApplicable', reason: say('checks.lastUpdate.noColumn'), evidence: [] };
    return judgeColumn(snapshot, column, context);
  },
};

function judgeColumn(snapshot: PageSnapshot, column: DatedList, { now, pack }: CheckContext): Outcome {
  if (snapshot.pager?.page && snapshot.pager.page > 1) {
    return {
      kind: 'notApplicable',
      reason: say('checks.lastUpdate.laterPage', snapshot.pager.page),
      evidence: [],
    };
  }
  const rule = columnRule(pack, column.kind);
  if (!column.newest || column.newestItem === null) {
    return { kind: 'review', reason: say('checks.lastUpdate.noDate', column.name), evidence: [] };
  }
  const item = column.items[column.newestItem]!;
  const evidence = [
    {
      quote: item.title,
      note: say('checks.lastUpdate.newest', column.newest),
      place: item.place,
      href: item.href,
    },
  ];
  if (!rule)
    return { kind: 'review', reason: say('checks.lastUpdate.noRule', column.name, column.newest), evidence };
  const state = staleness(column.newest, now, rule.limit, rule.warnDays);
  const facts = {
    lastUpdated: column.newest,
    daysSince: state.daysSince,
    daysLeft: state.daysLeft,
    threshold: state.threshold,
  };
  if (state.verdict === 'stale') {
    return {
      kind: 'fail',
      reason: say('checks.lastUpdate.stale', column.name, column.newest, state.daysSince, state.threshold),
      evidence,
      facts,
      indicator: rule.id,
    };
  }
  if (column.yearAssumed)
    return {
      kind: 'review',
      reason: say('checks.lastUpdate.yearAssumed', column.newest),
      evidence,
      facts,
      indicator: rule.id,
    };
  const key = state.verdict === 'warning' ? 'checks.lastUpdate.warning' : 'checks.lastUpdate.fresh';
  return {
    kind: 'pass',
    reason: say(key, column.name, column.newest, state.daysSince, state.daysLeft),
    evidence,
    facts,
    indicator: rule.id,
  };
}

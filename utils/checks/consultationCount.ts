import { addMonths } from '../dates/civil';
import type { DatedList } from '../page/snapshot';
import type { Check } from './check';
import { consultationsOf } from './consultations/cases';
import { speaker } from './shared/outcome';

const speak = speaker('consultationCount');

/** Were there enough 征集调查 activities in the last year? Only a column for consultations can be counted, and others may hold more. */
export const consultationCount: Check = {
  id: 'consultationCount',
  category: 'consultation',
  reads: ['lists'],
  run(snapshot, { now, pack }) {
    const column = snapshot.lists.find((l) => l.own && l.kind === 'consultation');
    if (!column) return speak('notApplicable', 'noColumn');
    if (snapshot.pager?.page && snapshot.pager.page > 1)
      return speak('notApplicable', 'laterPage', [snapshot.pager.page]);
    const least = pack.indicators[pack.checks.consultationCount ?? '']?.thresholds.perYear?.value;
    if (least === undefined) return speak('notApplicable', 'noRule');
    const from = addMonths(now, -12);
    const calls = consultationsOf(snapshot).cases.filter((c) => !c.resultOnly);
    const counted = calls.filter((c) => isWithin(c.published ?? c.opens, from, now)).length;
    const facts = { threshold: least };
    const evidence = [{ quote: column.name, place: column.items[0]?.place ?? null }];
    if (counted >= least) return speak('pass', 'enough', [counted, least], evidence, facts);
    const whole = reachesBack(column, from);
    return speak('review', whole ? 'few' : 'fewHere', [counted, least], evidence, facts);
  },
};

const isWithin = (day: string | null, from: string, to: string) => day !== null && day > from && day <= to;

/** Rows older than the year: the page shows the whole year. */
function reachesBack(column: DatedList, from: string): boolean {
  return column.items.some((i) => i.date !== null && i.date <= from);
}

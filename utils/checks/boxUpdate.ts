import type { DatedList } from '../page/snapshot';
import { say } from '../words';
import { asOf } from './asOf';
import type { Check, Evidence } from './check';
import { type ColumnVerdict, columnVerdict } from './columnVerdict';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const outcome = speaker('boxUpdate');

/** Is each box of a home page updated within the limit of its kind? Columns that were let be are left out. */
export const boxUpdate: Check = {
  id: 'boxUpdate',
  category: 'stale',
  reads: ['kind', 'lists'],
  run({ kind, lists }, { now, pack, exempt }) {
    if (kind !== 'home') return outcome('notApplicable', 'none');
    const judged = lists
      .filter((list) => !exempt?.has(list.name))
      .map((list) => asOf(list, now))
      .map((list) => ({ list, verdict: columnVerdict(list, null, now, pack) }))
      .filter(({ verdict }) => verdict.kind !== 'unknown' || verdict.why === 'yearAssumed');
    const of = (kind: ColumnVerdict['kind']) => judged.filter(({ verdict }) => verdict.kind === kind);
    const stale = of('stale');
    const unsure = of('unknown');
    if (judged.length === 0) return outcome('notApplicable', 'none');
    const first = stale[0]?.verdict;
    const indicator = first && 'indicator' in first ? { indicator: first.indicator } : {};
    if (stale.length > 0) {
      const named = stale
        .map(({ list }) => list.name)
        .slice(0, 5)
        .join('、');
      return {
        ...outcome('fail', 'stale', [stale.length, judged.length, named], evidenceOf(stale)),
        ...indicator,
      };
    }
    if (unsure.length > 0) return outcome('review', 'yearAssumed', [unsure.length], evidenceOf(unsure));
    const soon = of('warning');
    if (soon.length > 0) return outcome('pass', 'warning', [judged.length, soon.length], evidenceOf(soon));
    return outcome('pass', 'fresh', [judged.length]);
  },
};

function evidenceOf(judged: readonly { list: DatedList; verdict: ColumnVerdict }[]): Evidence[] {
  return judged.slice(0, MAX_EVIDENCE).map(({ list, verdict }) => {
    const item = list.items[list.newestItem!]!;
    const { daysSince = 0, daysLeft = 0 } = verdict.state ?? {};
    const key = daysLeft < 0 ? 'checks.boxUpdate.overdue' : 'checks.boxUpdate.box';
    const note = say(key, list.name, list.newest!, daysSince, Math.abs(daysLeft));
    return { quote: item.title, note, place: item.place, href: list.href ?? item.href };
  });
}

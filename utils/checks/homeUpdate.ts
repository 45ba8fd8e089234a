import type { CivilDate, DatedList, ListItem } from '../page/snapshot';
import { newestIndex } from './asOf';
import type { Check } from './check';
import { speaker } from './shared/outcome';
import { staleness } from './staleness';

const outcome = speaker('homeUpdate');

/** Has the home page anything new within the limit? Items without a date count as not updated; an assumed year clears nothing. */
export const homeUpdate: Check = {
  id: 'homeUpdate',
  category: 'stale',
  reads: ['kind', 'lists', 'limits'],
  run({ kind, lists, limits }, { now, pack }) {
    const thresholds = pack.indicators[pack.checks.homeUpdate ?? '']?.thresholds;
    if (kind !== 'home' || !thresholds?.limit) return outcome('notApplicable', 'none');
    const sure = newestOf(lists, now, (item) => !item.yearAssumed);
    const assumed = newestOf(lists, now, () => true);
    const newest = sure ?? assumed;
    if (!newest) return outcome('review', 'noDates');
    const { list, item } = newest;
    const state = staleness(item.date!, now, thresholds.limit, thresholds.warn?.value ?? 0);
    const { daysSince, daysLeft, threshold } = state;
    const facts = { lastUpdated: item.date, daysSince, daysLeft, threshold };
    const evidence = [{ quote: item.title, place: item.place, href: item.href }];
    const args = [item.date!, list.name, daysSince];
    const guess = assumed?.item.date ?? item.date!;
    const mayBeFresh = staleness(guess, now, thresholds.limit, 0).verdict !== 'stale';
    if (!sure || (state.verdict === 'stale' && mayBeFresh)) {
      return mayBeFresh
        ? outcome('review', 'yearAssumed', [guess], evidence, facts)
        : outcome('fail', 'stale', [...args, threshold], evidence, facts);
    }
    if (state.verdict !== 'stale') {
      return outcome(
        'pass',
        state.verdict === 'warning' ? 'warning' : 'fresh',
        [...args, daysLeft],
        evidence,
        facts,
      );
    }
    if (limits.length > 0) return outcome('review', 'unread', [...args, threshold], evidence, facts);
    return outcome('fail', 'stale', [...args, threshold], evidence, facts);
  },
};

function newestOf(
  lists: readonly DatedList[],
  now: CivilDate,
  counts: (item: ListItem) => boolean,
): { list: DatedList; item: ListItem } | null {
  let newest: { list: DatedList; item: ListItem } | null = null;
  for (const list of lists) {
    const items = list.items.filter(counts);
    const index = newestIndex(items, now);
    const item = index === null ? null : items[index]!;
    if (item && (!newest || item.date! > newest.item.date!)) newest = { list, item };
  }
  return newest;
}

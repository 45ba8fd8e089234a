import { daysBetween } from '../dates/civil';
import type { CivilDate, DatedList } from '../page/snapshot';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const outcome = speaker('updateBurst');

/** 踩点更新: nothing for a long time, then many items in the last days before the 监测时间点. A hint, never a verdict. */
export const updateBurst: Check = {
  id: 'updateBurst',
  category: 'stale',
  reads: ['lists'],
  run({ lists }, { now, pack }) {
    const { gap, burst, items } = pack.indicators[pack.checks.updateBurst ?? '']?.thresholds ?? {};
    if (!gap || !burst || !items) return outcome('notApplicable', 'none');
    let judged = false;
    for (const list of lists) {
      const dates = datesUntil(list, now);
      if (dates.length <= items.value) continue;
      judged = true;
      const recent = dates.filter((d) => daysBetween(d, now) <= burst.value);
      const before = dates[recent.length];
      if (recent.length < items.value || !before) continue;
      const pause = daysBetween(before, recent.at(-1)!);
      if (pause < gap.value) continue;
      const evidence = list.items
        .filter((i) => i.date && recent.includes(i.date))
        .map((i) => ({ quote: i.title, place: i.place, href: i.href }));
      return outcome('review', 'burst', [list.name, recent.length, burst.value, pause], evidence);
    }
    return judged ? outcome('pass', 'steady') : outcome('notApplicable', 'none');
  },
};

/** Sure dates on or before `now`, newest first. */
function datesUntil(list: DatedList, now: CivilDate): CivilDate[] {
  return list.items
    .filter((i) => i.date && !i.yearAssumed && i.date <= now)
    .map((i) => i.date!)
    .sort()
    .reverse();
}

import type { CivilDate, DatedList, ListItem } from '../page/snapshot';

/** Index of the newest item on or before `now`; null when there is none. Items without a date count as not updated. */
export function newestIndex(items: readonly ListItem[], now: CivilDate): number | null {
  let newest: number | null = null;
  for (const [i, { date }] of items.entries()) {
    if (date && date <= now && (newest === null || date > items[newest]!.date!)) newest = i;
  }
  return newest;
}

/** A list as it stood at the 监测时间点: what was published later does not make it fresh. */
export function asOf(list: DatedList, now: CivilDate): DatedList {
  if (!list.newest || list.newest <= now) return list;
  const newestItem = newestIndex(list.items, now);
  const newest = newestItem === null ? null : list.items[newestItem]!;
  return { ...list, newestItem, newest: newest?.date ?? null, yearAssumed: newest?.yearAssumed ?? false };
}

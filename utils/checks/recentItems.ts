import { addDays, addMonths } from '../dates/civil';
import type { CivilDate, ListItem, PageSnapshot } from '../page/snapshot';

/** How many items of a list fall into a span before the 监测时间点: exactly, or at least so many (≥ n). */
export interface RecentCount {
  count: number;
  exact: boolean;
}

/** The spans that inspectors ask for: two weeks, half a year, a year. */
export const spans = {
  twoWeeks: (now: CivilDate) => addDays(now, -14),
  halfYear: (now: CivilDate) => addMonths(now, -6),
  year: (now: CivilDate) => addMonths(now, -12),
} as const;

/**
 * Counts the items from `since` to `now`, both included. The count is exact when no date was guessed or missing and
 * nothing newer than `since` can stand on another page: there is none, or the list reaches back before `since`
 * (pinned items apart, which stand on top whatever their age).
 */
export function countSince(
  items: readonly ListItem[],
  pager: PageSnapshot['pager'],
  since: CivilDate,
  now: CivilDate,
): RecentCount {
  const count = items.filter(({ date }) => date !== null && date >= since && date <= now).length;
  const certain = items.every(({ date, yearAssumed }) => date !== null && !yearAssumed);
  const goesOn = pager?.pages != null && pager.pages > 1;
  const reaches = items.some(({ date, pinned }) => date !== null && !pinned && date < since);
  return { count, exact: certain && (!goesOn || reaches) };
}

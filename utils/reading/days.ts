import type { CivilDate } from '../page/snapshot';
import type { ReadPage } from './log';

/** A page counts as read to its end from so many percent on: footers are no reading. */
const END = 90;

/** One day of reading. */
export interface ReadDay {
  day: CivilDate;
  pages: ReadPage[];
  seconds: number;
  /** Pages that were seen to their end. */
  toEnd: number;
}

/** Reading by day, newest day first. */
export function daysOf(pages: readonly ReadPage[]): ReadDay[] {
  const days = new Map<CivilDate, ReadDay>();
  for (const page of pages) {
    const day = days.get(page.day) ?? { day: page.day, pages: [], seconds: 0, toEnd: 0 };
    day.pages.push(page);
    day.seconds += page.seconds;
    if (page.share >= END) day.toEnd++;
    days.set(page.day, day);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? 1 : -1));
}

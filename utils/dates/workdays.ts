import type { CivilDate } from '../page/snapshot';
import { addDays } from './civil';
import { holidays } from './holidays';

/** Whether the day is worked. In years without a published holiday notice Monday to Friday count as worked. */
export function isWorkingDay(date: CivilDate): boolean {
  const notice = holidays[date.slice(0, 4)];
  if (notice?.worked.includes(date)) return true;
  if (notice?.off.some(([from, to]) => from <= date && date <= to)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
  return count;
}

/** The `count`th working day after `from`. */
export function addWorkingDays(from: CivilDate, count: number): CivilDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

/** Whether the holidays of every year of the period are known, so that its working days are exact. */
export function isCalendarKnown(from: CivilDate, to: CivilDate): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!holidays[year]) return false;
  }
  return true;
}

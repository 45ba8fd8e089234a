import type { CivilDate, Instant } from '../page/snapshot';

const DAY = 86_400_000;
/** Asia/Shanghai has no daylight saving time since 1991; every date a page shows is in this zone. */
const SHANGHAI = 8 * 3_600_000;

const pad = (n: number) => (n < 10 ? `0${n}` : String(n));

/** The civil day of a year, month (1–12) and day, or null when there is no such day. */
export function civil(year: number, month: number, day: number): CivilDate | null {
  if (year < 1949 || year > 2099 || month < 1 || month > 12 || day < 1) return null;
  const lastDay =
    month === 2
      ? isLeap(year)
        ? 29
        : 28
      : month === 4 || month === 6 || month === 9 || month === 11
        ? 30
        : 31;
  return day > lastDay ? null : `${year}-${pad(month)}-${pad(day)}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Midnight UTC of a civil day, in ms: only for arithmetic between civil days. */
function ordinal(date: CivilDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((ordinal(to) - ordinal(from)) / DAY);
}

/** The civil day `days` after `date`. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(ordinal(date) + days * DAY).toISOString().slice(0, 10);
}

/** The civil day `months` after `date`; the last day of the month when that day does not exist (31 Jan + 1 month = 28 Feb). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const year = Number(date.slice(0, 4)) + Math.floor(month / 12);
  const monthOfYear = (((month % 12) + 12) % 12) + 1;
  for (let day = Number(date.slice(8, 10)); day > 27; day--) {
    const found = civil(year, monthOfYear, day);
    if (found) return found;
  }
  return `${year}-${pad(monthOfYear)}-${date.slice(8, 10)}`;
}

/** The civil day in Asia/Shanghai of an instant given in ms since 1970. */
export function civilOfInstant(ms: number): CivilDate {
  return new Date(ms + SHANGHAI).toISOString().slice(0, 10);
}

/** The civil day in Asia/Shanghai on which an instant falls. */
export function dayOf(at: Instant): CivilDate {
  return civilOfInstant(Date.parse(at));
}

/** The instant at which a civil day begins in Asia/Shanghai. */
export function beginningOf(day: CivilDate): Instant {
  return new Date(ordinal(day) - SHANGHAI).toISOString();
}

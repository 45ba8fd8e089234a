import type { CivilDate } from '../page/snapshot';
import type { Finding } from './finding';

/** One bar: how many findings stand under a key, and how many of them were confirmed (in any later state). */
export interface Tally {
  key: string;
  count: number;
  confirmed: number;
}

export interface Statistics {
  /** By category id, most first; '' = not filed under one. */
  categories: Tally[];
  /** By responsible unit, else by site or account, most first. */
  units: Tally[];
  /** By day of recording, by month once the first and last are more than {@link DAYS_SHOWN} days apart; oldest first. */
  periods: Tally[];
}

const DAY = 86_400_000;

/** Days beyond which time is counted in months. */
export const DAYS_SHOWN = 31;

/** Counts findings for the overview; what was ignored is no problem and does not count. `dayOf`: the civil day of an instant. */
export function statisticsOf(findings: Iterable<Finding>, dayOf: (instant: string) => CivilDate): Statistics {
  const categories = new Map<string, Tally>();
  const units = new Map<string, Tally>();
  const days = new Map<string, Tally>();
  for (const finding of findings) {
    if (finding.status === 'ignored') continue;
    const confirmed = finding.status === 'suspected' ? 0 : 1;
    count(categories, finding.category, confirmed);
    count(units, finding.unit || finding.site || finding.host, confirmed);
    count(days, dayOf(finding.createdAt), confirmed);
  }
  return { categories: mostFirst(categories), units: mostFirst(units), periods: periodsOf(days) };
}

function count(tallies: Map<string, Tally>, key: string, confirmed: number, by = 1): void {
  const tally = tallies.get(key) ?? { key, count: 0, confirmed: 0 };
  tally.count += by;
  tally.confirmed += confirmed;
  tallies.set(key, tally);
}

function mostFirst(tallies: Map<string, Tally>): Tally[] {
  return [...tallies.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function periodsOf(days: Map<string, Tally>): Tally[] {
  const ordered = [...days.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  if ((Date.parse(last.key) - Date.parse(first.key)) / DAY <= DAYS_SHOWN)
    return withGaps(days, first.key, last.key, dayAfter);
  const months = new Map<string, Tally>();
  for (const day of ordered) count(months, day.key.slice(0, 7), day.confirmed, day.count);
  return withGaps(months, first.key.slice(0, 7), last.key.slice(0, 7), monthAfter);
}

/** Every period from first to last, also those in which nothing was found: time has no gaps. */
function withGaps(
  tallies: ReadonlyMap<string, Tally>,
  first: string,
  last: string,
  next: (key: string) => string,
): Tally[] {
  const periods: Tally[] = [];
  for (let key = first; key <= last; key = next(key))
    periods.push(tallies.get(key) ?? { key, count: 0, confirmed: 0 });
  return periods;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}

function monthAfter(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}

import { civil, daysBetween } from '../../dates/civil';
import { dateInUrl, monthInUrl } from '../../dates/url';
import type { CivilDate, ListItem } from '../snapshot';
import type { RawItem } from './read';

/**
 * Gives year-less dates (04-24) a year: the one in the item's URL, else the one of the full dates in the same column,
 * else the nearest past one. The last is a guess and marked so: on a dead column it makes old items look fresh.
 */
export function resolveYears(items: readonly RawItem[], now: CivilDate): ListItem[] {
  const full = items.filter((i) => i.date !== null).map((i) => i.date!);
  return items.map(({ month, day, ...item }) => {
    if (item.date) return item;
    const inUrl = yearFromUrl(item.href, month, day);
    if (inUrl) return { ...item, date: inUrl, yearFrom: 'href', yearAssumed: false };
    const near = nearestTo(full, month, day, now);
    if (near) return { ...item, date: near, yearFrom: 'column', yearAssumed: false };
    const past = nearestPast(month, day, now);
    return past ? { ...item, date: past, yearFrom: 'nearestPast', yearAssumed: true } : item;
  });
}

/** The URL's year, moved by one where the shown day lies on the other side of New Year. */
function yearFromUrl(href: string, month: number, day: number): CivilDate | null {
  const dated = dateInUrl(href) ?? (monthInUrl(href) ? `${monthInUrl(href)}-15` : null);
  if (!dated) return null;
  const year = Number(dated.slice(0, 4));
  return closest(
    [year - 1, year, year + 1].map((y) => civil(y, month, day)),
    dated,
    200,
  );
}

function nearestTo(full: readonly CivilDate[], month: number, day: number, now: CivilDate): CivilDate | null {
  if (full.length < 2) return null;
  const newest = full.reduce((a, b) => (b > a ? b : a));
  const year = Number(newest.slice(0, 4));
  const found = closest(
    [year - 1, year, year + 1].map((y) => civil(y, month, day)),
    newest,
    183,
  );
  return found && found <= now ? found : null;
}

function nearestPast(month: number, day: number, now: CivilDate): CivilDate | null {
  const year = Number(now.slice(0, 4));
  const past = [year, year - 1, year - 2, year - 3, year - 4]
    .map((y) => civil(y, month, day))
    .find((d) => d !== null && d <= now);
  return past ?? null;
}

function closest(days: readonly (CivilDate | null)[], to: CivilDate, within: number): CivilDate | null {
  let best: CivilDate | null = null;
  for (const day of days) {
    if (
      day &&
      Math.abs(daysBetween(day, to)) <= within &&
      (!best || Math.abs(daysBetween(day, to)) < Math.abs(daysBetween(best, to)))
    )
      best = day;
  }
  return best;
}

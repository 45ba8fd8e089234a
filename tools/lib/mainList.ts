import { daysBetween } from '../../utils/dates/civil';
import type { CivilDate, DatedList, PageSnapshot } from '../../utils/page/snapshot';

/** What the command line says about a page's list. */
export interface ListReport {
  newest: CivilDate | null;
  items: number;
  last14Days: number;
  /** The count is complete: nothing newer can be on another page, and no date was guessed. */
  exact: boolean;
  yearAssumed: boolean;
}

/** The page's own list; on a home page all of its boxes together, elsewhere the longest list. */
export function listOfPage(snapshot: PageSnapshot, day: CivilDate): ListReport | null {
  const own = snapshot.lists.find((l) => l.own);
  const longest = snapshot.lists.reduce<DatedList | null>(
    (a, b) => (b.items.length > (a?.items.length ?? 0) ? b : a),
    null,
  );
  const lists = own ? [own] : snapshot.kind === 'home' ? snapshot.lists : longest ? [longest] : [];
  if (lists.length === 0) return null;
  const items = lists.flatMap((l) => l.items);
  const newest = items.reduce<(typeof items)[number] | null>(
    (a, b) => (b.date && (!a?.date || b.date > a.date) ? b : a),
    null,
  );
  const oldest = items.reduce<CivilDate | null>((a, b) => (b.date && (!a || b.date < a) ? b.date : a), null);
  const recent = items.filter((i) => i.date && i.date <= day && daysBetween(i.date, day) <= 14);
  const goesOn = snapshot.pager?.pages != null && snapshot.pager.pages > 1;
  return {
    newest: newest?.date ?? null,
    items: items.length,
    last14Days: recent.length,
    exact:
      !items.some((i) => i.yearAssumed) && (!goesOn || (oldest !== null && daysBetween(oldest, day) > 14)),
    yearAssumed: newest?.yearAssumed ?? false,
  };
}

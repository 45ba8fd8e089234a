import { countSince, spans } from '../../utils/checks/recentItems';
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

/** The page's own list; on a home page all of its boxes together, elsewhere the longest list; none on a blank column. */
export function listOfPage(snapshot: PageSnapshot, day: CivilDate): ListReport | null {
  const own = snapshot.lists.find((l) => l.own);
  const longest = snapshot.lists.reduce<DatedList | null>(
    (a, b) => (b.items.length > (a?.items.length ?? 0) ? b : a),
    null,
  );
  const isBlank = own === undefined && snapshot.kind !== 'home' && snapshot.blankColumns.length > 0;
  const lists = own ? [own] : snapshot.kind === 'home' ? snapshot.lists : longest ? [longest] : [];
  if (lists.length === 0 || isBlank) return null;
  const items = lists.flatMap((l) => l.items);
  const newest = items.reduce<(typeof items)[number] | null>(
    (a, b) => (b.date && (!a?.date || b.date > a.date) ? b : a),
    null,
  );
  const recent = countSince(items, snapshot.pager, spans.twoWeeks(day), day);
  return {
    newest: newest?.date ?? null,
    items: items.length,
    last14Days: recent.count,
    exact: recent.exact,
    yearAssumed: newest?.yearAssumed ?? false,
  };
}

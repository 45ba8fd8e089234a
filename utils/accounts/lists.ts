import { collapse } from './dom';
import { type IdSpot, type Row, rowGroups } from './rows';

/** Headings of boxes that show other people's posts. */
const OTHERS = /^(?:相关|推荐|热门|猜你|大家都在|为你|看了又看|热榜|热点|更多|TA的朋友|作者推荐)/;

/** How a platform's page says that a row belongs to somebody else. */
export interface Ownership {
  /** The list by a stable attribute or, failing that, by its class; all others are ignored when it is there. */
  container?: string;
  /** True when the row names another author. */
  foreign?: (row: Row) => boolean;
}

/**
 * The rows of the account's own list. With its container known, the rows in it; else the one group of rows that is in
 * no side box, under no heading of recommendations, and names no other author. Two such groups are one too many:
 * nobody can tell which is the account's, so the answer is null.
 */
export function ownRows(
  document: Document,
  spots: readonly IdSpot[],
  { container, foreign }: Ownership,
): Row[] | null {
  const known = container ? document.querySelector(container) : null;
  const groups = rowGroups(known ? spots.filter(({ element }) => known.contains(element)) : spots);
  const own = groups
    .map(({ parent, rows }) => ({
      parent,
      rows: rows.filter((row) => !foreign?.(withSurroundings(row, spots))),
    }))
    .filter(({ parent, rows }) => rows.length > 0 && (known !== null || !isSideBox(parent)));
  if (known) return own.flatMap(({ rows }) => rows);
  return own.length > 1 ? null : (own[0]?.rows ?? []);
}

/** How far around a link that stands alone its author may be named. */
const AROUND_AT_MOST = 4;

/** A post that stands alone is known by its link only; who published it stands around that. */
function withSurroundings(row: Row, spots: readonly IdSpot[]): Row {
  const [spot] = row.spots;
  if (row.element !== spot?.element) return row;
  let { element } = row;
  for (let level = 0; level < AROUND_AT_MOST; level++) {
    const around = element.parentElement;
    if (!around || spots.some((other) => other.id !== spot.id && around.contains(other.element))) break;
    element = around;
  }
  return { ...row, element };
}

function isSideBox(parent: Element): boolean {
  if (parent.closest('aside, footer, [role="complementary"]')) return true;
  for (let box: Element | null = parent, level = 0; box && level < 3; box = box.parentElement, level++) {
    for (let before = box.previousElementSibling; before; before = before.previousElementSibling) {
      const text = collapse(before.textContent);
      if (text.length > 0) {
        if (text.length <= 16 && OTHERS.test(text)) return true;
        break;
      }
    }
  }
  return false;
}

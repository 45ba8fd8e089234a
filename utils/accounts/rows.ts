/** An element that carries a post's id: a link, a cover, a box with a telling `id` attribute. */
export interface IdSpot {
  id: string;
  element: Element;
}

/** One post of a list: its box and the spots in it, in reading order. */
export interface Row {
  element: Element;
  spots: IdSpot[];
}

/** Posts that stand side by side in one parent. */
export interface RowGroup {
  parent: Element;
  rows: Row[];
}

/**
 * Finds the lists in which posts stand, by structure alone: the parent that most posts have in common, each in a child
 * of its own. A post with many pictures or a repost inside is still one row. Groups come largest first.
 */
export function rowGroups(spots: readonly IdSpot[]): RowGroup[] {
  const groups: RowGroup[] = [];
  let left = [...spots];
  while (left.length > 0) {
    const parent = commonParent(left);
    const rows = parent ? rowsIn(parent, left) : [{ element: left[0]!.element, spots: [left[0]!] }];
    groups.push({ parent: parent ?? rows[0]!.element.parentElement ?? rows[0]!.element, rows });
    const taken = new Set(rows.flatMap((row) => row.spots));
    left = left.filter((spot) => !taken.has(spot));
  }
  return groups;
}

/** The element with the most children that hold a post of their own; the deepest of several. Null below two. */
function commonParent(spots: readonly IdSpot[]): Element | null {
  const seen = new Map<Element, { children: Set<Element>; ids: Set<string>; depth: number }>();
  for (const { id, element } of spots) {
    let child = element;
    for (let parent = child.parentElement; parent; child = parent, parent = parent.parentElement) {
      const entry = seen.get(parent) ?? { children: new Set(), ids: new Set(), depth: depthOf(parent) };
      entry.children.add(child);
      entry.ids.add(id);
      seen.set(parent, entry);
    }
  }
  let best: { parent: Element; score: number; depth: number } | null = null;
  for (const [parent, { children, ids, depth }] of seen) {
    const score = Math.min(children.size, ids.size);
    if (score < 2 || (best && (score < best.score || (score === best.score && depth < best.depth)))) continue;
    best = { parent, score, depth };
  }
  return best?.parent ?? null;
}

function rowsIn(parent: Element, spots: readonly IdSpot[]): Row[] {
  const rows = new Map<Element, IdSpot[]>();
  for (const spot of spots) {
    if (!parent.contains(spot.element) || spot.element === parent) continue;
    let child = spot.element;
    while (child.parentElement !== parent) child = child.parentElement!;
    rows.set(child, [...(rows.get(child) ?? []), spot]);
  }
  return [...rows].map(([element, inRow]) => ({ element, spots: inRow }));
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let up = element.parentElement; up; up = up.parentElement) depth++;
  return depth;
}

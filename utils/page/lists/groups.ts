import type { PageMention } from '../mentions';
import type { Box } from '../text';

/** One row: a box with its date (or dates). */
export interface Row {
  box: Box;
  dates: PageMention[];
}

/** Sibling rows with a date each, under one box. */
export interface Group {
  parent: Box;
  rows: Row[];
}

const MAX_CLIMB = 7;
const ROW_TAGS = new Set(['li', 'tr', 'dl', 'dd']);

/**
 * Rows of dated items by structure alone: the deepest box that has several children of one tag with a date in each.
 * Lists of one or two rows are taken only where the markup says row (li, tr, dl) and the date stands in a box of its own.
 */
export function groupRows(mentions: readonly PageMention[]): Group[] {
  const candidates = mentions.filter((m) => m.range === undefined && m.box.zone !== 'footer');
  const byParent = new Map<Box, Map<Box, PageMention[]>>();
  for (const mention of candidates) {
    let child = mention.box;
    for (let i = 0; i < MAX_CLIMB && child.parent; i++, child = child.parent) {
      const rows = byParent.get(child.parent) ?? new Map<Box, PageMention[]>();
      byParent.set(child.parent, rows);
      const dates = rows.get(child);
      if (dates) dates.push(mention);
      else rows.set(child, [mention]);
    }
  }
  const parents = [...byParent.keys()].sort((a, b) => depthOf(b) - depthOf(a));
  const taken = new Set<PageMention>();
  const groups: Group[] = [];
  for (const parent of parents) {
    const rows = [...byParent.get(parent)!].filter(([, dates]) => !dates.some((d) => taken.has(d)));
    for (const tag of new Set(rows.map(([box]) => box.tag))) {
      const sameTag = rows.filter(([box]) => box.tag === tag);
      const good = sameTag.filter(([box, dates]) => isRow(box, dates));
      if (
        good.length < 3 &&
        !(good.length > 0 && good.every(([box, dates]) => ROW_TAGS.has(box.tag) && isOwnLeaf(dates[0]!)))
      )
        continue;
      if (good.length < sameTag.length * 0.6) continue;
      for (const [, dates] of good) for (const d of dates) taken.add(d);
      groups.push({ parent, rows: good.map(([box, dates]) => ({ box, dates })) });
    }
  }
  return groups.sort((a, b) => a.rows[0]!.box.start - b.rows[0]!.box.start);
}

function depthOf(box: Box): number {
  let depth = 0;
  for (let at = box.parent; at; at = at.parent) depth++;
  return depth;
}

/** A row has a link or a few words besides its date, and is not a whole article. */
function isRow(box: Box, dates: PageMention[]): boolean {
  const length = box.end - box.start;
  const dated = dates.reduce((sum, d) => sum + d.end - d.start, 0);
  return dates.length <= 4 && length - dated >= 4 && length <= 600;
}

/** The date fills its innermost box (brackets and blanks aside). */
export function isOwnLeaf(mention: PageMention): boolean {
  return mention.box.end - mention.box.start <= mention.end - mention.start + 4;
}

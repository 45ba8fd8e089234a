import type { PageMention } from '../mentions';
import type { Box, PageText } from '../text';
import type { Row } from './rows';
import { rowsOf } from './rows';
import { beginningOfUnits, isUnit } from './units';

/** Sibling rows with a date each, under one box. */
export interface Group {
  parent: Box;
  rows: Row[];
  /** Where it begins: its first row, or the heading of its first part. What names it stands before. */
  start: number;
}

/** Letters and digits, Han and Latin: `\p{L}` would take half a millisecond to compile. */
const WORDS = /[0-9A-Za-z\u00c0-\u024f\u3007\u3400-\u9fff\uff10-\uff5a]/;
const MAX_CLIMB = 7;

/**
 * Rows of dated items by structure alone: the deepest box that has several children of one tag with a date in each.
 * Lists of one or two rows are taken only where the markup says row, the row has a link, and the date a box of its own.
 */
export function groupRows(text: PageText, mentions: readonly PageMention[]): Group[] {
  const byParent = new Map<Box, Map<Box, PageMention[]>>();
  for (const mention of mentions) {
    if (mention.box.zone === 'footer') continue;
    let child = mention.box;
    for (let i = 0; i < MAX_CLIMB && child.parent; i++, child = child.parent) {
      const rows = byParent.get(child.parent) ?? new Map<Box, PageMention[]>();
      byParent.set(child.parent, rows);
      const dates = rows.get(child);
      if (dates) dates.push(mention);
      else rows.set(child, [mention]);
    }
  }
  const depths = new Map([...byParent.keys()].map((box) => [box, depthOf(box)]));
  const taken = new Set<PageMention>();
  const groups: Group[] = [];
  for (const [parent, dated] of [...byParent].sort(([a], [b]) => depths.get(b)! - depths.get(a)!)) {
    const free = [...dated].filter(([, dates]) => !dates.some((d) => taken.has(d)));
    for (const tag of new Set(free.map(([box]) => box.tag))) {
      const rows = rowsOf(
        text,
        parent,
        free.filter(([box]) => box.tag === tag),
      );
      if (!rows) continue;
      for (const row of rows) for (const date of row.dates) taken.add(date);
      groups.push({ parent, rows, start: rows[0]!.start });
    }
  }
  groups.sort((a, b) => a.rows[0]!.start - b.rows[0]!.start);
  return joined(text, groups);
}

function depthOf(box: Box): number {
  let depth = 0;
  for (let at = box.parent; at; at = at.parent) depth++;
  return depth;
}

/**
 * One list that the page breaks into several boxes (a line after every fifth row, a part for each office) is put together again;
 * tabs, whose dates begin anew, are not.
 */
function joined(text: PageText, groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  for (const group of groups) {
    const last = result.at(-1);
    const between = last ? text.all.slice(last.rows.at(-1)!.end, group.rows[0]!.start) : '';
    const alike =
      last && last.rows[0]!.box.tag === group.rows[0]!.box.tag && belongTogether(text, last, group);
    if (last && alike && !WORDS.test(between) && goesOn(last, group)) {
      last.rows.push(...group.rows);
      continue;
    }
    const units = last && isUnit(between) && inOneBox(last, group) ? beginningOfUnits(text, last) : null;
    if (last && units !== null) {
      last.start = units;
      last.rows.push(...group.rows);
    } else result.push({ ...group, rows: [...group.rows] });
  }
  return result;
}

function goesOn(before: Group, after: Group): boolean {
  const last = before.rows.at(-1)!.dates[0]!.date;
  const next = after.rows[0]!.dates[0]!.date;
  return last === null || next === null || next <= last;
}

/** One box holds both, each in its wrapper, and their rows are of one tag. */
function inOneBox(a: Group, b: Group): boolean {
  const [one, other] = [a.parent.parent, b.parent.parent];
  const together = one !== null && other !== null && (one === other || one.parent === other.parent);
  return together && a.rows[0]!.box.tag === b.rows[0]!.box.tag;
}

/** One box holds both, directly or in wrappers of their own that do not stand side by side. */
function belongTogether(text: PageText, a: Group, b: Group): boolean {
  const [one, other] = [a.parent, b.parent];
  if (one === other || (one.parent !== null && one.parent === other.parent)) return true;
  if (!one.parent?.parent || !other.parent || one.parent.parent !== other.parent.parent) return false;
  const isNamed = WORDS.test(text.all.slice(one.parent.start, a.rows[0]!.start));
  return !isNamed || !standSideBySide(one.parent, other.parent);
}

const SIDE = /left|right|side/i;

/** Columns of the layout, by where they are drawn or, where the page's styles did not load, by their class names. */
function standSideBySide(a: Box, b: Box): boolean {
  if (SIDE.exec(a.element.className)?.[0] !== SIDE.exec(b.element.className)?.[0]) return true;
  const [one, other] = [a.element.getBoundingClientRect(), b.element.getBoundingClientRect()];
  return one.right <= other.left || other.right <= one.left;
}

import type { PageMention } from '../mentions';
import type { Box, PageText, ReadLink } from '../text';
import { linksWithin } from '../text';

/** One row of a list: a stretch of the page text with its dates and its main link. */
export interface Row {
  box: Box;
  /** Offsets into the page text; the box's own, except where one box holds all rows side by side. */
  start: number;
  end: number;
  dates: PageMention[];
  link: ReadLink | null;
}

/** Sibling rows with a date each, under one box. */
export interface Group {
  parent: Box;
  rows: Row[];
}

const WORDS = /[\p{L}\p{N}]/u;
const MAX_CLIMB = 7;
const MAX_ROW = 1000;
/** Tags that say "row" by themselves, so that a list of one or two rows can be told from chance. */
const ROW_TAGS = new Set(['li', 'tr', 'dl', 'dd']);

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
      groups.push({ parent, rows });
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

/** The rows of sibling boxes with dates, or null when they are no list. */
function rowsOf(
  text: PageText,
  parent: Box,
  siblings: readonly (readonly [Box, PageMention[]])[],
): Row[] | null {
  if (
    siblings.length >= 3 &&
    siblings.every(([box, dates]) => dates.length === 1 && isDateOnly(box, dates[0]!))
  ) {
    return sideBySide(
      text,
      parent,
      siblings.map(([, dates]) => dates[0]!),
    );
  }
  const rows = siblings
    .filter(([box, dates]) => isRow(box, dates))
    .flatMap(([box, dates]) => cellsOf(text, box, dates) ?? [toRow(text, box, dates)]);
  if (rows.length === 0 || rows.length < siblings.length * 0.6 || !areAlike(rows)) return null;
  const linked = rows.filter((r) => r.link !== null).length;
  if (rows.length < 3) {
    const sure = (r: Row) =>
      ROW_TAGS.has(r.box.tag) && r.link !== null && isOwnLeaf(r.dates[0]!) && !isField(r);
    return rows.every(sure) ? rows : null;
  }
  // Among linked rows, a labelled date without a link is the title block that stands above them.
  if (linked >= rows.length / 2)
    return rows.filter((r) => r.link !== null || r.dates[0]!.label?.role !== 'publish');
  return ROW_TAGS.has(rows[0]!.box.tag) && rows.every((r) => isOwnLeaf(r.dates[0]!) && !isField(r))
    ? rows
    : null;
}

/** Boxes of a general kind are rows when they look alike: parts of a page (title, text, side) have a class each. */
function areAlike(rows: readonly Row[]): boolean {
  if (rows.length < 3 || ROW_TAGS.has(rows[0]!.box.tag)) return true;
  const classes = new Set(rows.map((row) => row.box.element.className));
  return classes.size <= Math.max(2, rows.length / 2);
}

/** The items of a row that holds several side by side, each in a cell of its own with a link and a date; null for other rows. */
function cellsOf(text: PageText, box: Box, dates: readonly PageMention[]): Row[] | null {
  if (dates.length < 2) return null;
  const cells = box.children
    .map((cell) =>
      toRow(
        text,
        cell,
        dates.filter((d) => d.start >= cell.start && d.end <= cell.end),
      ),
    )
    .filter((cell) => cell.dates.length > 0);
  const isEach = cells.length > 1 && cells.every((cell) => cell.dates.length === 1 && cell.link !== null);
  return isEach && cells.length === dates.length ? cells : null;
}

function toRow(text: PageText, box: Box, dates: PageMention[]): Row {
  return {
    box,
    start: box.start,
    end: box.end,
    dates,
    link: titleLink(text, box, box.start, box.end, dates),
  };
}

/** The longest link of a stretch whose words are more than its date; the link around the row counts too. */
function titleLink(
  text: PageText,
  box: Box,
  start: number,
  end: number,
  dates: readonly PageMention[],
): ReadLink | null {
  let best: ReadLink | null = null;
  const length = (l: ReadLink) => l.box.end - l.box.start;
  for (const link of linksWithin(text, start, end)) if (!best || length(link) > length(best)) best = link;
  if (!best && box.link >= 0) best = text.links[box.link]!;
  if (!best) return null;
  const dated = dates.reduce(
    (sum, d) => sum + (d.start >= best.box.start && d.end <= best.box.end ? d.end - d.start : 0),
    0,
  );
  return length(best) - dated >= 4 ? best : null;
}

/** A label and its value (发布日期 | 2024-04-24) is a field of one page, not an item of a list. */
function isField(row: Row): boolean {
  const label = row.dates[0]!.label;
  return label !== null && label.role !== 'publish' && label.role !== 'plain'
    ? true
    : label !== null && row.link === null;
}

/** A row has a few words besides its dates, and is not a whole article. */
function isRow(box: Box, dates: readonly PageMention[]): boolean {
  const length = box.end - box.start;
  const dated = dates.reduce((sum, d) => sum + d.end - d.start, 0);
  return dates.length <= 6 && length - dated >= 4 && length <= MAX_ROW;
}

function isDateOnly(box: Box, mention: PageMention): boolean {
  return box.end - box.start <= mention.end - mention.start + 4;
}

/** The date fills its innermost box (brackets and blanks aside). */
export function isOwnLeaf(mention: PageMention): boolean {
  return isDateOnly(mention.box, mention);
}

/** Links and dates of one box in turn, without a box per row: `<a>title</a> <span>date</span><br>`. */
function sideBySide(text: PageText, parent: Box, dates: readonly PageMention[]): Row[] | null {
  const links = linksWithin(text, parent.start, parent.end).filter((l) => l.box.end - l.box.start >= 4);
  const before = links.length > 0 && links[0]!.box.start < dates[0]!.start;
  const rows: Row[] = [];
  for (const [i, date] of dates.entries()) {
    const from = before ? (dates[i - 1]?.end ?? parent.start) : date.end;
    const to = before ? date.start : (dates[i + 1]?.start ?? parent.end);
    const inside = links.filter((l) => l.box.start >= from && l.box.end <= to);
    const link = inside.reduce<ReadLink | null>(
      (a, b) => (!a || b.box.end - b.box.start > a.box.end - a.box.start ? b : a),
      null,
    );
    if (link)
      rows.push({
        box: parent,
        start: Math.min(link.box.start, date.start),
        end: Math.max(link.box.end, date.end),
        dates: [date],
        link,
      });
  }
  return rows.length >= 3 && rows.length >= dates.length * 0.6 ? rows : null;
}

/**
 * One list that the page breaks into several boxes (a line after every fifth row) is put together again; tabs, whose dates
 * begin anew, are not.
 */
function joined(text: PageText, groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  for (const group of groups) {
    const last = result.at(-1);
    const between = last ? text.all.slice(last.rows.at(-1)!.end, group.rows[0]!.start) : '';
    const alike =
      last && last.rows[0]!.box.tag === group.rows[0]!.box.tag && belongTogether(text, last, group);
    if (last && alike && !WORDS.test(between) && goesOn(last, group)) last.rows.push(...group.rows);
    else result.push({ parent: group.parent, rows: [...group.rows] });
  }
  return result;
}

function goesOn(before: Group, after: Group): boolean {
  const last = before.rows.at(-1)!.dates[0]!.date;
  const next = after.rows[0]!.dates[0]!.date;
  return last === null || next === null || next <= last;
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

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

const MAX_ROW = 1000;
/** Tags that say "row" by themselves, so that a list of one or two rows can be told from chance. */
const ROW_TAGS = new Set(['li', 'tr', 'dl', 'dd']);

/** The rows of sibling boxes with dates, or null when they are no list. */
export function rowsOf(
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

import { nameBefore } from '../page/lists/name';
import { type Box, type PageText, runAt, textOf } from '../page/text';
import type { AnchorPath } from './anchor';
import { distance } from './distance';

/** Characters of a row or heading that are kept: enough to tell it from its neighbours. */
const LABEL = 40;
/** Rows are the same when at most this share of their label differs: a corrected word does not make another row. */
const LABEL_ERRORS = 0.4;

const CELLS = ['td', 'th'];
const ITEMS = ['li', 'dd', 'dt'];

/** The list or table around an offset of the page text, and the place in it; null in running text. */
export function pathAt(text: PageText, offset: number): AnchorPath | null {
  const box = runAt(text, offset)?.box ?? null;
  const place = around(box, [...CELLS, ...ITEMS]);
  if (!place) return null;
  return CELLS.includes(place.tag) ? inTable(text, place) : inList(text, place);
}

function inTable(text: PageText, cell: Box): AnchorPath | null {
  const row = around(cell, ['tr']);
  const table = around(row, ['table']);
  if (!row || !table) return null;
  const head = firstRow(table);
  const column = head && head !== row ? head.children[row.children.indexOf(cell)] : undefined;
  return {
    box: headingOf(text, table),
    row: label(text, row.children[0] ?? cell),
    column: column ? label(text, column) : '',
  };
}

function inList(text: PageText, item: Box): AnchorPath {
  return { box: headingOf(text, item.parent ?? item), row: label(text, item), column: '' };
}

/** What stands over a list or table: the nearest short line before it. */
function headingOf(text: PageText, box: Box): string {
  return box.parent ? (nameBefore(text, box.parent, box.start)?.name ?? '') : '';
}

function around(box: Box | null, tags: readonly string[]): Box | null {
  for (let at = box; at; at = at.parent) if (tags.includes(at.tag)) return at;
  return null;
}

function firstRow(table: Box): Box | null {
  for (const child of table.children) {
    const row = child.tag === 'tr' ? child : firstRow(child);
    if (row) return row;
  }
  return null;
}

/** The words of a box, without its numbers: dates and counts change from day to day. */
function label(text: PageText, box: Box): string {
  return textOf(text, box)
    .replace(/[\d\s.:：/-]+/gu, ' ')
    .trim()
    .slice(0, LABEL);
}

/** True when both are the same place of the same list or table. */
export function samePath(a: AnchorPath, b: AnchorPath | null): boolean {
  return b !== null && a.box === b.box && a.column === b.column && sameRow(a, b);
}

/** False only when both name their rows and the names differ: what was there is elsewhere or gone. */
export function sameRow(a: AnchorPath, b: AnchorPath): boolean {
  if (a.row === '' || b.row === '') return true;
  return distance(a.row, b.row) <= LABEL_ERRORS * Math.max(a.row.length, b.row.length);
}

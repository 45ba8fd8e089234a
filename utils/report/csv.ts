import type { Sentence } from '../words';

/** A table to hand over: what each column is called and what it says about a row. */
export interface Column<Row> {
  key: string;
  header: Sentence;
  /** `index` counts rows from 0. A Sentence is put into words when written; a number is written as such. */
  value(row: Row, index: number): string | number | Sentence | null;
}

export interface CsvOptions {
  /** Puts a sentence into the language of the report. */
  words(sentence: Sentence): string;
  /** Covers personal data in one cell's text; leaves the text as it is when absent. */
  mask?(text: string, column: string): string;
}

/** Spreadsheets tell UTF-8 by it; without it Excel reads Chinese as GBK. */
export const BOM = '\uFEFF';

/** ASCII and full-width `= + - @` start a formula, also behind blanks and invisible characters. */
const LIVE = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A cell that is live behind the mark already: marked once more, so that {@link unguarded} gives back every text. */
const MARKED = /^'+/;

/**
 * Keeps a spreadsheet from running a cell's text as a formula (OWASP "CSV injection"): a leading `'` turns it into text.
 * Page content is written by strangers, and a ledger is opened with a double click.
 */
export function guarded(text: string): string {
  return LIVE.test(text.replace(MARKED, '')) ? `'${text}` : text;
}

/** The text that {@link guarded} was given. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && LIVE.test(cell.replace(MARKED, '')) ? cell.slice(1) : cell;
}

/** One line of RFC 4180 with every cell quoted, CRLF at its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** The texts of one row, in the order of the columns, put into words and masked. */
export function cellsOf<Row>(
  columns: readonly Column<Row>[],
  row: Row,
  index: number,
  options: CsvOptions,
): string[] {
  return columns.map((column) => {
    const value = column.value(row, index);
    if (value === null) return '';
    const text = typeof value === 'object' ? options.words(value) : String(value);
    return options.mask ? options.mask(text, column.key) : text;
  });
}

/** Lines joined before they are handed on, so that 100,000 rows are some hundred pieces. */
const PIECE = 500;

/**
 * The table as pieces of text: BOM and header first, then rows as they come; whoever writes the pieces
 * can show progress and stop at any time. `batches`: see `store.pages()`.
 */
export async function* csv<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  options: CsvOptions,
): AsyncGenerator<string> {
  yield BOM + csvLine(columns.map((column) => options.words(column.header)));
  let index = 0;
  for await (const rows of batches) {
    for (let start = 0; start < rows.length; start += PIECE) {
      const piece = rows.slice(start, start + PIECE);
      yield piece.map((row) => csvLine(cellsOf(columns, row, index++, options))).join('');
    }
  }
}

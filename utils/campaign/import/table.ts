/** A sheet as texts, row by row; row 1 is index 0, as a spreadsheet numbers it. */
export type Table = string[][];

/** The bytes are no table that can be read: an old .xls, a damaged file. */
export class TableError extends Error {}

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf];

/**
 * Reads a file that an office hands over: XLSX by its first bytes, anything else as delimited text, in UTF-8 or
 * (Excel's CSV in China) GB 18030. Throws {@link TableError}. The parsers are loaded when a file comes.
 */
export async function readFile(bytes: Uint8Array): Promise<Table> {
  if (startsWith(bytes, ZIP)) return readXlsx(bytes);
  if (startsWith(bytes, OLE)) throw new TableError('xls');
  return readText(decodeText(bytes));
}

/** Reads pasted or decoded text; the delimiter is found out: tab, comma, semicolon (also full-width) or bar. */
export async function readText(text: string): Promise<Table> {
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: ['\t', ',', ';', '，', '|'],
  });
  return trimmed(data);
}

async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const { readSheet } = await import('read-excel-file/universal');
  try {
    const rows = await readSheet(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    return trimmed(rows.map((row) => row.map(textOf)));
  } catch (cause) {
    throw new TableError('xlsx', { cause });
  }
}

/** Spreadsheets give numbers and dates; a date is midnight UTC of its day. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** Cells without blanks around them; empty rows at the end go, those between stay so that numbers hold. */
function trimmed(rows: Table): Table {
  const table = rows.map((row) => row.map((cell) => cell.trim()));
  while (table.length > 0 && table.at(-1)!.every((cell) => cell === '')) table.pop();
  return table;
}

/** The text of a file that may come from an old Windows program: UTF-8, else GB 18030; without a byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

import type { Column, CsvOptions } from './csv';
import { cellsOf } from './csv';

/** One sheet of a workbook, as write-excel-file takes it. */
export type Sheet = ReturnType<typeof sheet>;

/** A table as a sheet: each row in the given columns. */
export function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: CsvOptions,
): Sheet {
  return sheet(
    name,
    columns.map(({ header }) => options.words(header)),
    rows.map((row, index) => cellsOf(columns, row, index, options)),
  );
}

/** Texts as a sheet. Every cell is text, never a formula; Excel takes 31 characters for a name and 32,767 in a cell. */
export function sheet(name: string, header: string[], rows: string[][]) {
  const cells = (texts: string[], bold: boolean) =>
    texts.map((value) => ({
      value: value.slice(0, 32_767),
      type: String,
      wrap: true,
      ...(bold ? { fontWeight: 'bold' as const } : {}),
    }));
  return {
    sheet: name.slice(0, 31),
    data: [cells(header, true), ...rows.map((row) => cells(row, false))],
    stickyRowsCount: 1,
    columns: header.map(() => ({ width: 18 })),
  };
}

/** Writes an XLSX; the library is loaded when it is used. */
export async function writeBook(sheets: Sheet[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  return write(sheets).toBlob();
}

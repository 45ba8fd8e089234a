import write from 'write-excel-file/universal';
import type { XlsxTable } from './xlsx';
import { THUMBNAIL } from './xlsx';
import { filters, hyperlinks } from './xlsxFeatures';

const PX_TO_POINT = 0.75;

/**
 * The table as an Excel file: a frozen header with filters, links, pictures. Texts are text cells, which no spreadsheet evaluates and
 * whose digits it does not cut. With the library that writes it, so only the worker loads this (100,000 rows keep it busy for most of a minute).
 */
export function xlsxOf({ sheet, header, rows, links, linkAt, widths, images }: XlsxTable): Promise<Blob> {
  const tall = new Set(images.map((image) => image.anchor.row));
  const cells = rows.map((row, index) => {
    const height = tall.has(index + 2) ? { height: THUMBNAIL.height * PX_TO_POINT } : {};
    return row.map((value) =>
      typeof value === 'number'
        ? { value, type: Number, ...height }
        : { value, type: String, wrap: true, ...height },
    );
  });
  return write(
    [header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...cells],
    { stickyRowsCount: 1, columns: widths.map((width) => ({ width })), images, sheet },
    { features: [filters(widths.length - 1, rows.length, sheet), hyperlinks(links, linkAt)] },
  ).toBlob();
}

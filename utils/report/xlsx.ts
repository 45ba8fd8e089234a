import type { Finding } from '../findings/finding';
import { type Sentence, say } from '../words';
import { LEDGER, screenshotsOf } from './columns';
import type { Column, CsvOptions } from './csv';

export interface XlsxOptions extends CsvOptions {
  columns?: readonly Column<Finding>[];
  /** A small picture of a screenshot, at most {@link THUMBNAIL} px, or null; no pictures when absent. */
  thumbnail?(sha: string): Promise<{ content: Blob; width: number; height: number } | null>;
}

/** Largest width and height of a thumbnail, in px. */
export const THUMBNAIL = { width: 160, height: 120 };

/** What Excel takes: characters in a cell, links in a sheet, characters in a link. */
const MAX_CELL = 32_767;
const MAX_LINKS = 65_530;
const MAX_LINK = 2_079;

/**
 * Findings up to which an XLSX is made. It is put together in the page's memory, a cell an object: 100,000 took 0.8 GB of the
 * 4 GB that a browser gives a page.
 */
const MOST_FINDINGS = 100_000;

/** Why so many findings do not become an XLSX, said before it begins; null when they do. */
export function tooManyForXlsx(findings: number): Sentence | null {
  return findings > MOST_FINDINGS ? say('handover.xlsxTooMany', MOST_FINDINGS, findings) : null;
}

/** Column widths in characters; others are {@link USUAL}. */
const WIDTHS: Record<string, number> = {
  number: 6,
  url: 40,
  pageTitle: 36,
  description: 40,
  sentence: 40,
  note: 30,
};
const USUAL = 16;
const PX_TO_POINT = 0.75;

/**
 * The ledger as an Excel file: a frozen header with filters, links to the pages, thumbnails in a last column. Texts are text
 * cells, which no spreadsheet evaluates and whose digits it does not cut. The library is loaded when it is used.
 */
export async function writeXlsx(findings: readonly Finding[], options: XlsxOptions): Promise<Blob> {
  const [{ default: write }, links] = await Promise.all([
    import('write-excel-file/universal'),
    import('./xlsxFeatures'),
  ]);
  const columns = options.columns ?? LEDGER;
  const images = await imagesOf(findings, columns.length + 1, options.thumbnail);
  const sheet = options.words(say('ledger.sheet'));
  const header = columns.map((column) => options.words(column.header));
  if (images.length > 0) header.push(options.words(say('ledger.columns.thumbnail')));
  const rows = findings.map((finding, index) =>
    columns.map((column) => cellOf(column, finding, index, options)),
  );
  const urlAt = columns.findIndex((column) => column.key === 'url');
  const urls = urlAt < 0 ? [] : findings.map((finding) => finding.url);
  const widths = [...columns.map(({ key }) => ({ width: WIDTHS[key] ?? USUAL })), { width: 24 }];
  const withImage = new Set(images.map((image) => image.anchor.row));
  const heights = rows.map((row, index) =>
    withImage.has(index + 2) ? row.map((cell) => ({ ...cell, height: THUMBNAIL.height * PX_TO_POINT })) : row,
  );
  return write(
    [header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...heights],
    { stickyRowsCount: 1, columns: widths, images, sheet },
    {
      features: [
        links.filters(columns.length, findings.length, sheet),
        links.hyperlinks(urls.map(linkable).slice(0, MAX_LINKS), urlAt),
      ],
    },
  ).toBlob();
}

function cellOf(column: Column<Finding>, finding: Finding, index: number, { words, mask }: CsvOptions) {
  const value = column.value(finding, index);
  if (typeof value === 'number') return { value, type: Number };
  const text = value === null ? '' : typeof value === 'object' ? words(value) : value;
  return { value: (mask ? mask(text, column.key) : text).slice(0, MAX_CELL), type: String, wrap: true };
}

/** The first screenshot of each finding, beside its row. */
async function imagesOf(findings: readonly Finding[], column: number, thumbnail: XlsxOptions['thumbnail']) {
  const images = [];
  for (const [index, finding] of findings.entries()) {
    const shot = screenshotsOf(finding)[0];
    const small = shot && (await thumbnail?.(shot.sha));
    if (!small) continue;
    const { content, width, height } = small;
    images.push({
      content,
      contentType: content.type,
      width,
      height,
      dpi: 96,
      anchor: { row: index + 2, column },
    });
  }
  return images;
}

function linkable(url: string): string | null {
  return /^https?:/i.test(url) && url.length <= MAX_LINK ? url : null;
}

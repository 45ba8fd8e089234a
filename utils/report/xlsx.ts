import type { Finding } from '../findings/finding';
import { type Sentence, say } from '../words';
import { LEDGER, screenshotsOf } from './columns';
import type { Column, CsvOptions } from './csv';

export interface XlsxOptions extends CsvOptions {
  columns?: readonly Column<Finding>[];
  /** A small picture of a screenshot, at most {@link THUMBNAIL} px, or null; no pictures when absent. */
  thumbnail?(sha: string): Promise<{ content: Blob; width: number; height: number } | null>;
  /** Told how many rows are done, and waited for: the page may draw meanwhile. */
  progress?(rows: number): Promise<void>;
}

/** Largest width and height of a thumbnail, in px. */
export const THUMBNAIL = { width: 160, height: 120 };

/** What Excel takes: characters in a cell, links in a sheet, characters in a link. */
const MAX_CELL = 32_767;
const MAX_LINKS = 65_530;
const MAX_LINK = 2_079;

/**
 * Findings up to which an XLSX is made. It is put together in memory, a cell an object: 100,000 took 0.8 GB of the 4 GB that a
 * browser gives a worker.
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
const PICTURES = 24;

/** A table on its way to an Excel file: plain values, which a page can hand to a worker. */
export interface XlsxTable {
  /** Name of the sheet. */
  sheet: string;
  header: string[];
  /** Texts and numbers, a row a finding. */
  rows: (string | number)[][];
  /** Where each row's cell in column `linkAt` leads, null = nowhere; none when no column shows an address. */
  links: (string | null)[];
  linkAt: number;
  /** In characters. */
  widths: number[];
  images: XlsxImage[];
}

/** A picture beside a row; `anchor` counts rows and columns from 1. */
interface XlsxImage {
  content: Blob;
  contentType: string;
  /** In px. */
  width: number;
  height: number;
  dpi: number;
  anchor: { row: number; column: number };
}

/** What the worker that writes the file is sent: rows by the batch, then the rest of the table. */
export type XlsxMessage = { rows: XlsxTable['rows'] } | { rest: Omit<XlsxTable, 'rows'> };
/** What it answers. */
export type XlsxAnswer = { file: Blob } | { error: string };

/** Rows made between two tellings of the progress. */
const BATCH = 500;

/** The ledger as a table: links to the pages, thumbnails in a last column. */
export async function xlsxTable(findings: readonly Finding[], options: XlsxOptions): Promise<XlsxTable> {
  const columns = options.columns ?? LEDGER;
  const images = await imagesOf(findings, columns.length + 1, options.thumbnail);
  const header = columns.map((column) => options.words(column.header));
  if (images.length > 0) header.push(options.words(say('ledger.columns.thumbnail')));
  const rows: XlsxTable['rows'] = [];
  for (const [index, finding] of findings.entries()) {
    if (index % BATCH === 0) await options.progress?.(index);
    rows.push(columns.map((column) => cellOf(column, finding, index, options)));
  }
  const linkAt = columns.findIndex((column) => column.key === 'url');
  return {
    sheet: options.words(say('ledger.sheet')),
    header,
    rows,
    links: linkAt < 0 ? [] : findings.map(({ url }) => linkable(url)).slice(0, MAX_LINKS),
    linkAt,
    widths: [...columns.map(({ key }) => WIDTHS[key] ?? USUAL), PICTURES],
    images,
  };
}

function cellOf(
  column: Column<Finding>,
  finding: Finding,
  index: number,
  { words, mask }: CsvOptions,
): string | number {
  const value = column.value(finding, index);
  if (typeof value === 'number') return value;
  const text = value === null ? '' : typeof value === 'object' ? words(value) : value;
  return (mask ? mask(text, column.key) : text).slice(0, MAX_CELL);
}

/** The first screenshot of each finding, beside its row. */
async function imagesOf(
  findings: readonly Finding[],
  column: number,
  thumbnail: XlsxOptions['thumbnail'],
): Promise<XlsxImage[]> {
  const images: XlsxImage[] = [];
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

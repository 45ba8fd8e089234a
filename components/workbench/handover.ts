import { browser } from 'wxt/browser';
import { dayOf } from '../../utils/dates/civil';
import type { Finding } from '../../utils/findings/finding';
import type { Store } from '../../utils/findings/store';
import { backupOf, writeBackup } from '../../utils/report/backup';
import { type Column, csv } from '../../utils/report/csv';
import { evidencePackage } from '../../utils/report/evidence';
import { findingsJson } from '../../utils/report/json';
import { mergedColumns, targetsOf } from '../../utils/report/merged';
import { markedColumns, type Unverified } from '../../utils/report/unverified';
import { xlsxTable } from '../../utils/report/xlsx';
import { breathed } from '../shared/breath';
import { t, words } from '../shared/words';
import { thumbnailOf } from './export/thumbnail';
import { writtenByWorker } from './export/xlsxWriter';

/** A file to hand over, made piece by piece. */
export interface HandoverFile {
  name: string;
  type: string;
  pieces: AsyncIterable<BlobPart> | Iterable<BlobPart>;
  /** Large enough to ask where it shall be saved, and to write it there as it is made. */
  large: boolean;
  /** Called when the browser has taken the whole file. */
  saved?(): Promise<void>;
}

/** What a file is made with. */
export interface HandoverEnv {
  store: Store;
  /** Told how many findings are done. */
  progress(done: number): void;
  signal: AbortSignal;
}

/** How the reviewer wants tables. */
export interface TableChoices {
  columns: readonly Column<Finding>[];
  /** Which findings rest on numbers that nobody has confirmed: they are marked. */
  unverified: Unverified;
  /** Covers personal data; absent = texts as they are. */
  mask?: ((text: string, column: string) => string) | undefined;
  /** ms since 1970. */
  now: number;
}

const CSV = 'text/csv;charset=utf-8';
const ZIP = 'application/zip';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Findings up to which an XLSX gets pictures: each is read, shrunk and kept in memory until the file is written. */
const MAX_PICTURES = 2_000;

/** Findings from which a file is large: a table by its rows, a package by its pictures. */
const MANY_ROWS = 10_000;
const MANY_PICTURES = 1_000;

/** 导出 CSV: one finding a row. */
export function csvFile(
  findings: readonly Finding[],
  { progress }: HandoverEnv,
  how: TableChoices,
): HandoverFile {
  const pieces = csv(columnsOf(how), told(findings, progress), options(how));
  return { name: nameOf('ledger', how.now, 'csv'), type: CSV, pieces, large: isLong(findings) };
}

/** 合并表: one line per website or account. */
export function mergedFile(findings: readonly Finding[], _env: HandoverEnv, how: TableChoices): HandoverFile {
  const pieces = csv(mergedColumns(words, how.unverified), [targetsOf(findings)], options(how));
  return { name: nameOf('merged', how.now, 'csv'), type: CSV, pieces, large: isLong(findings) };
}

/** The ledger as an Excel file with filters, links and small pictures. */
export function xlsxFile(findings: readonly Finding[], env: HandoverEnv, how: TableChoices): HandoverFile {
  let done = 0;
  async function thumbnail(sha: string) {
    env.signal.throwIfAborted();
    env.progress(++done);
    const image = await env.store.getBlob(sha);
    return image && thumbnailOf(image);
  }
  async function* pieces() {
    const table = await xlsxTable(findings, {
      ...options(how),
      columns: columnsOf(how),
      ...(findings.length <= MAX_PICTURES ? { thumbnail } : {}),
      async progress(rows) {
        env.signal.throwIfAborted();
        env.progress(Math.max(done, rows));
        await breathed();
      },
    });
    yield await writtenByWorker(table, env.signal);
  }
  return { name: nameOf('ledger', how.now, 'xlsx'), type: XLSX, pieces: pieces(), large: isLong(findings) };
}

/** Every field of the findings, for other programs. */
export function jsonFile(
  findings: readonly Finding[],
  { progress }: HandoverEnv,
  how: TableChoices,
): HandoverFile {
  const made = new Date(how.now).toISOString();
  const pieces = findingsJson(told(findings, progress), made, how.unverified, how.mask);
  return {
    name: nameOf('ledger', how.now, 'json'),
    type: 'application/json',
    pieces,
    large: isLong(findings),
  };
}

/**
 * 证据包: ledger, screenshots, records, and a page that checks every hash without the extension. Masking covers the ledger;
 * records and pictures are the proof and stay as they were hashed.
 */
export function evidenceFile(
  findings: readonly Finding[],
  { store, progress }: HandoverEnv,
  how: TableChoices,
): HandoverFile {
  const { name, version } = browser.runtime.getManifest();
  const pieces = evidencePackage(findings, {
    ...options(how),
    unverified: how.unverified,
    made: new Date(how.now).toISOString(),
    tool: `${name} ${version}`,
    language: browser.i18n.getUILanguage(),
    entriesOf: (id) => store.entriesOf(id),
    getBlob: (sha) => store.getBlob(sha),
    progress,
  });
  return {
    name: nameOf('evidence', how.now, 'zip'),
    type: ZIP,
    pieces: pieces as AsyncIterable<BlobPart>,
    large: findings.length >= MANY_PICTURES,
  };
}

/** 复核文件: the records and files of some findings, for a second reviewer to merge; it is not masked, since it is the record. */
export function reviewFile(
  findings: readonly Finding[],
  { store, progress }: HandoverEnv,
  now: number,
): HandoverFile {
  async function* entries() {
    for (const [index, { id }] of findings.entries()) {
      yield await store.entriesOf(id);
      if (index % 100 === 0) progress(index);
    }
  }
  async function* files() {
    const named = findings.flatMap(({ evidences }) =>
      evidences.flatMap(({ screenshot, html }) => [screenshot, html].filter((sha) => sha !== null)),
    );
    for (const sha of new Set(named)) {
      const blob = await store.getBlob(sha);
      if (blob) yield { sha, blob };
    }
  }
  const pieces = writeBackup({ entries: entries(), files: files() }, new Date(now).toISOString());
  return {
    name: nameOf('review', now, 'zip'),
    type: ZIP,
    pieces: pieces as AsyncIterable<BlobPart>,
    large: findings.length >= MANY_PICTURES,
  };
}

/** A backup of everything, `findings` in all; once it is saved, the browser's second copies are no longer needed. */
export function backupFile(findings: number, { store }: HandoverEnv, now: number): HandoverFile {
  const { pieces, held } = backupOf(store, new Date(now).toISOString());
  return {
    name: nameOf('backup', now, 'zip'),
    type: ZIP,
    pieces: pieces as AsyncIterable<BlobPart>,
    large: findings >= MANY_PICTURES,
    saved: () => store.acknowledge({ entries: held.entries, blobs: held.blobs }),
  };
}

/** The findings in batches, telling how far they were read. */
function* told(findings: readonly Finding[], progress: (done: number) => void) {
  const size = 500;
  for (let start = 0; start < findings.length; start += size) {
    progress(start);
    yield findings.slice(start, start + size);
  }
}

function isLong(findings: readonly Finding[]): boolean {
  return findings.length >= MANY_ROWS;
}

function columnsOf({ columns, unverified }: TableChoices): readonly Column<Finding>[] {
  return markedColumns(columns, unverified, words);
}

function options({ mask }: TableChoices) {
  return mask ? { words, mask } : { words };
}

function nameOf(kind: string, now: number, extension: string): string {
  return `${t(`handover.file.${kind}`)}-${dayOf(new Date(now).toISOString())}.${extension}`;
}

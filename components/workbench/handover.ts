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
import { writeXlsx } from '../../utils/report/xlsx';
import { t, words } from '../shared/words';
import { download } from './download';
import { thumbnailOf } from './export/thumbnail';

/** A file to hand over, made piece by piece. */
export interface HandoverFile {
  name: string;
  type: string;
  pieces: AsyncIterable<BlobPart> | Iterable<BlobPart>;
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
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Findings up to which an XLSX gets pictures: each is read, shrunk and kept in memory until the file is written. */
const MAX_PICTURES = 2_000;

/** 导出 CSV: one finding a row. */
export function csvFile(findings: readonly Finding[], { progress }: HandoverEnv, how: TableChoices) {
  const pieces = csv(columnsOf(how), told(findings, progress), options(how));
  return { name: nameOf('ledger', how.now, 'csv'), type: CSV, pieces };
}

/** 合并表: one line per website or account. */
export function mergedFile(findings: readonly Finding[], _env: HandoverEnv, how: TableChoices): HandoverFile {
  const pieces = csv(mergedColumns(words, how.unverified), [targetsOf(findings)], options(how));
  return { name: nameOf('merged', how.now, 'csv'), type: CSV, pieces };
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
    yield await writeXlsx(findings, {
      ...options(how),
      columns: columnsOf(how),
      ...(findings.length <= MAX_PICTURES ? { thumbnail } : {}),
    });
  }
  return { name: nameOf('ledger', how.now, 'xlsx'), type: XLSX, pieces: pieces() };
}

/** Every field of the findings, for other programs. */
export function jsonFile(findings: readonly Finding[], _env: HandoverEnv, how: TableChoices): HandoverFile {
  const pieces = findingsJson(findings, new Date(how.now).toISOString(), how.unverified, how.mask);
  return { name: nameOf('ledger', how.now, 'json'), type: 'application/json', pieces };
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
    type: 'application/zip',
    pieces: pieces as AsyncIterable<BlobPart>,
  };
}

/** 复核文件: the records and files of some findings, for a second reviewer to merge; it is not masked, since it is the record. */
export function reviewFile(findings: readonly Finding[], { store, progress }: HandoverEnv, now: number) {
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
    type: 'application/zip',
    pieces: pieces as AsyncIterable<BlobPart>,
  };
}

/** A backup of everything; once it is saved, the browser's second copies are no longer needed. */
export function backupFile(store: Store, now: number): HandoverFile {
  const { pieces, held } = backupOf(store, new Date(now).toISOString());
  return {
    name: nameOf('backup', now, 'zip'),
    type: 'application/zip',
    pieces: pieces as AsyncIterable<BlobPart>,
    saved: () => store.acknowledge({ entries: held.entries, blobs: held.blobs }),
  };
}

/** ms of work after which the page may draw and hear 取消. */
const BREATH = 50;

/**
 * Writes a file and hands it to the browser as a download; `signal` stops it between two pieces, and then nothing is
 * saved.
 */
export async function save(file: HandoverFile, signal: AbortSignal): Promise<void> {
  const parts: BlobPart[] = [];
  let since = performance.now();
  for await (const piece of file.pieces) {
    parts.push(piece);
    if (performance.now() - since > BREATH) {
      await new Promise((done) => setTimeout(done));
      since = performance.now();
    }
    signal.throwIfAborted();
  }
  download(new Blob(parts, { type: file.type }), file.name);
  await file.saved?.();
}

/** The findings in batches, telling how far they were read. */
function* told(findings: readonly Finding[], progress: (done: number) => void) {
  const size = 500;
  for (let start = 0; start < findings.length; start += size) {
    progress(start);
    yield findings.slice(start, start + size);
  }
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

import { browser } from 'wxt/browser';
import type { Finding } from '../../utils/findings/finding';
import type { Store } from '../../utils/findings/store';
import { backupOf } from '../../utils/report/backup';
import { LEDGER } from '../../utils/report/columns';
import { csv } from '../../utils/report/csv';
import { evidencePackage } from '../../utils/report/evidence';
import { dayOf } from '../shared/days';
import { t, words } from '../shared/words';
import { download } from './download';

/** A file to hand over, made piece by piece. */
export interface HandoverFile {
  name: string;
  type: string;
  pieces: AsyncIterable<BlobPart>;
  /** Called when the browser has taken the whole file. */
  saved?(): Promise<void>;
}

/** 导出 CSV: one finding a row. */
export function csvFile(findings: readonly Finding[], now: number): HandoverFile {
  const pieces = csv(LEDGER, [findings], { words });
  return { name: nameOf('ledger', now, 'csv'), type: 'text/csv;charset=utf-8', pieces };
}

/** 证据包: ledger, screenshots, records, and a page that checks every hash without the extension. */
export function evidenceFile(
  findings: readonly Finding[],
  store: Store,
  now: number,
  progress: (done: number) => void,
): HandoverFile {
  const { name, version } = browser.runtime.getManifest();
  const pieces = evidencePackage(findings, {
    words,
    made: new Date(now).toISOString(),
    tool: `${name} ${version}`,
    language: browser.i18n.getUILanguage(),
    entriesOf: (id) => store.entriesOf(id),
    getBlob: (sha) => store.getBlob(sha),
    progress,
  });
  return {
    name: nameOf('evidence', now, 'zip'),
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

/**
 * Writes a file and hands it to the browser as a download; `signal` stops it between two pieces, and then nothing is
 * saved.
 */
export async function save(file: HandoverFile, signal: AbortSignal): Promise<void> {
  const parts: BlobPart[] = [];
  for await (const piece of file.pieces) {
    signal.throwIfAborted();
    parts.push(piece);
  }
  download(new Blob(parts, { type: file.type }), file.name);
  await file.saved?.();
}

function nameOf(kind: string, now: number, extension: string): string {
  return `${t(`handover.file.${kind}`)}-${dayOf(new Date(now).toISOString())}.${extension}`;
}

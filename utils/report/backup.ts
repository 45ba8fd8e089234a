import { Unzip, UnzipInflate } from 'fflate';
import type { Entry } from '../findings/entry';
import { sha256Blob } from '../findings/sha256';
import type { Merged, Store } from '../findings/store';
import type { Instant } from '../page/snapshot';
import { bytesOf, encoded, type ZipMember, zip } from './zip';

/** What a backup or review file is made of: a ZIP with one entry a line and the files by their hashes. */
export interface BackupContent {
  entries: AsyncIterable<readonly Entry[]> | Iterable<readonly Entry[]>;
  files: AsyncIterable<{ sha: string; blob: Blob }> | Iterable<{ sha: string; blob: Blob }>;
}

const ENTRIES = 'entries.ndjson';
const FILES = 'files/';
const FORMAT = { format: 'duwang-backup', version: 1 };

/**
 * Writes a backup of everything, or a review file of some findings for a colleague: the same format, since both are merged
 * and neither overwrites. Pieces of a ZIP file; the entries come first.
 */
export function writeBackup(content: BackupContent, made: Instant): AsyncGenerator<Uint8Array> {
  return zip(membersOf(content, made), new Date(made));
}

async function* membersOf({ entries, files }: BackupContent, made: Instant): AsyncGenerator<ZipMember> {
  const manifest = JSON.stringify({ ...FORMAT, made });
  yield { path: 'manifest.json', pieces: encoded([manifest]), compress: false };
  yield { path: ENTRIES, pieces: encoded(linesOf(entries)), compress: true };
  for await (const { sha, blob } of files) {
    const type = encodeURIComponent(blob.type);
    yield { path: `${FILES}${sha}.${type}`, pieces: bytesOf(blob), compress: false };
  }
}

async function* linesOf(batches: BackupContent['entries']): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/**
 * One thing read from a backup file: some of its `total` entries, not yet checked (the store does that), or a file with the hash it
 * claims.
 */
export type BackupPart = { entries: unknown[]; total: number } | { sha: string; blob: Blob };

/**
 * A backup of a whole store. `held` fills while the pieces are read: once the file is safely written, pass it to
 * `store.acknowledge`, and the second copies in the browser are dropped.
 */
export function backupOf(store: Store, made: Instant) {
  const held = { entries: [] as string[], blobs: [] as string[] };
  async function* entries() {
    for await (const batch of store.log()) {
      held.entries.push(...batch.map((entry) => entry._id));
      yield batch;
    }
  }
  async function* files() {
    for await (const file of store.files()) {
      held.blobs.push(file.sha);
      yield file;
    }
  }
  return { pieces: writeBackup({ entries: entries(), files: files() }, made), held };
}

export interface Restored extends Merged {
  files: number;
  /** Files whose content is not what their name says. */
  damaged: number;
}

/**
 * Merges a backup or review file into a store and says what came of it. `progress` is told how many of how many entries
 * are done, and then how many files; what it throws stops the merge. Throws {@link NotABackup} or StoreError.
 */
export async function restore(
  store: Store,
  file: Blob,
  progress: (done: number, total: number) => void = () => {},
): Promise<Restored> {
  const restored: Restored = { added: 0, known: 0, refused: 0, files: 0, damaged: 0 };
  let before = 0;
  for await (const part of readBackup(file)) {
    if ('entries' in part) {
      const { added, known, refused } = await store.merge(part.entries, {
        filed: true,
        progress: (done) => progress(before + done, part.total),
      });
      before += part.entries.length;
      restored.added += added;
      restored.known += known;
      restored.refused += refused;
    } else if ((await sha256Blob(part.blob)) === part.sha) {
      await store.putBlob(part.blob, true);
      restored.files++;
      progress(restored.files, 0);
    } else restored.damaged++;
  }
  return restored;
}

/** The file is no backup of ours, or a newer version wrote it. */
export class NotABackup extends Error {
  override name = 'NotABackup';
}

/**
 * Reads a backup or review file part by part, as {@link restore} merges it. A damaged line is left out, a cut-off file gives what is whole. Throws {@link NotABackup}.
 */
export async function* readBackup(file: Blob): AsyncGenerator<BackupPart> {
  let known = false;
  for await (const { path, bytes } of unzipped(file)) {
    if (path === 'manifest.json') {
      known = isOurs(bytes);
      if (!known) break;
    } else if (path === ENTRIES) {
      yield* parsedLines(new TextDecoder().decode(bytes));
    } else if (path.startsWith(FILES)) {
      const [sha = '', type = ''] = path.slice(FILES.length).split(/\.(.*)/s);
      yield { sha, blob: new Blob([bytes], { type: decodeURIComponent(type) }) };
    }
  }
  if (!known) throw new NotABackup('not a backup file of a version that can be read');
}

function isOurs(bytes: Uint8Array): boolean {
  try {
    const { format, version } = JSON.parse(new TextDecoder().decode(bytes));
    return format === FORMAT.format && version <= FORMAT.version;
  } catch {
    return false;
  }
}

/** Lines parsed at once; all of a large file would fill the memory with what waits for its turn. */
const LINES = 2_000;

function* parsedLines(text: string): Generator<BackupPart> {
  const lines = text.split('\n').filter(Boolean);
  for (let start = 0; start < lines.length; start += LINES)
    yield { entries: lines.slice(start, start + LINES).flatMap(parsed), total: lines.length };
}

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line) as unknown];
  } catch {
    return [];
  }
}

/** The whole members of a ZIP file, one at a time, in their order. */
async function* unzipped(file: Blob): AsyncGenerator<{ path: string; bytes: Uint8Array<ArrayBuffer> }> {
  const done: { path: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const unzip = new Unzip((member) => {
    const pieces: Uint8Array[] = [];
    member.ondata = (error, piece, final) => {
      if (error) return;
      pieces.push(piece);
      if (final) done.push({ path: member.name, bytes: joined(pieces) });
    };
    member.start();
  });
  unzip.register(UnzipInflate);
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    try {
      unzip.push(read.value);
    } catch {
      return;
    }
    yield* done.splice(0);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

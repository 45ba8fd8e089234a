import { filesNamed } from '../findings/entry';
import { millisOf } from '../findings/hlc';
import type { Store } from '../findings/store';
import type { Instant } from '../page/snapshot';
import { writeBackup } from './backup';

/** What nobody else holds yet, as a backup file of its own: merged in any order, such files add up to all of it. */
export interface Unheld {
  file: Blob;
  /** Ids of the entries in it, and hashes of the files; for `store.acknowledge` once the file is safely written. */
  entries: string[];
  blobs: string[];
}

/** Within so many ms of an entry its files may still be on their way into the store. */
const ARRIVING = 60_000;

/** Makes that file; null when everything is held by an endpoint or an earlier file. */
export async function unheldIn(store: Store, made: Instant): Promise<Unheld | null> {
  const here = new Set(await store.fileHashes());
  const recent = Date.parse(made) - ARRIVING;
  const entries = (await store.pending(Number.POSITIVE_INFINITY)).filter(
    (entry) => filesNamed(entry).every((sha) => here.has(sha)) || millisOf(entry.hlc) < recent,
  );
  if (entries.length === 0) return null;
  const blobs = [...new Set(entries.flatMap(filesNamed))].filter((sha) => here.has(sha));
  async function* files() {
    for (const sha of blobs) {
      const blob = await store.getBlob(sha);
      if (blob) yield { sha, blob };
    }
  }
  const pieces: BlobPart[] = [];
  for await (const piece of writeBackup({ entries: [entries], files: files() }, made))
    pieces.push(new Uint8Array(piece));
  return {
    file: new Blob(pieces, { type: 'application/zip' }),
    entries: entries.map(({ _id }) => _id),
    blobs,
  };
}

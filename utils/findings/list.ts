import type { Connection } from './connection';
import type { Entry } from './entry';
import type { Finding } from './finding';

export interface ListOptions {
  /** Rows per batch. */
  size?: number;
  /** The deleted findings instead of the present ones. */
  deleted?: boolean;
}

/**
 * All findings as they are now, newest first, in batches: the first rows come at once however many there
 * are. The outcomes of evidences are left out; the finding itself has them.
 */
export async function* pagesOf(connection: Connection, options: ListOptions = {}): AsyncGenerator<Finding[]> {
  const { size = 500, deleted = false } = options;
  let range: IDBKeyRange | null = null;
  for (;;) {
    const rows = await (await connection.database()).getAllFromIndex('findings', 'newest', range, size);
    const shown = rows.filter((row) => row.deleted === deleted);
    if (shown.length > 0) yield shown;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    range = IDBKeyRange.lowerBound([last.order, last.id], true);
  }
}

/** Every entry of the log in batches, for a backup; in the order of their ids. */
export async function* logOf(connection: Connection, size = 2_000): AsyncGenerator<Entry[]> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const entries: Entry[] = await (await connection.database()).getAll('entries', range, size);
    if (entries.length > 0) yield entries;
    if (entries.length < size) return;
    range = IDBKeyRange.lowerBound(entries.at(-1)!._id, true);
  }
}

/** Every file kept, one at a time. */
export async function* filesOf(connection: Connection): AsyncGenerator<{ sha: string; blob: Blob }> {
  const db = await connection.database();
  for (const sha of await db.getAllKeys('blobs')) {
    const row = await db.get('blobs', sha);
    if (row) yield { sha, blob: row.blob };
  }
}

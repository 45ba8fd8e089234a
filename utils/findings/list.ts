import type { Connection } from './connection';
import type { Entry } from './entry';
import type { Finding } from './finding';
import { findingOf } from './row';

export interface ListOptions {
  /** The deleted findings instead of the present ones. */
  deleted?: boolean;
  /** Rows of the first batch, which is shown at once; each further batch is twice as large. */
  first?: number;
}

const FIRST = 200;
const MOST = 5_000;

/**
 * All findings as they are now, newest first, in growing batches: the first rows come at once however many there
 * are. The outcomes of evidences are left out; the finding itself has them.
 */
export async function* pagesOf(
  connection: Connection,
  { deleted = false, first = FIRST }: ListOptions = {},
): AsyncGenerator<Finding[]> {
  let range: IDBKeyRange | null = null;
  for (let size = first; ; size = Math.min(2 * size, MOST)) {
    const rows = await (await connection.database()).getAllFromIndex('findings', 'newest', range, size);
    const shown = rows.filter((row) => row.deleted === deleted).map(findingOf);
    if (shown.length > 0) yield shown;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    range = IDBKeyRange.lowerBound([last.order, last.id], true);
  }
}

/** Some findings as lists show them, in the order asked; those that are deleted or unknown are left out. */
export async function someOf(connection: Connection, ids: readonly string[]): Promise<Finding[]> {
  const { store } = (await connection.database()).transaction('findings');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  return rows.flatMap((row) => (row && !row.deleted ? [findingOf(row)] : []));
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

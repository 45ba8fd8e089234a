import type { Connection } from './connection';
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

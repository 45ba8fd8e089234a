import type { Connection } from './connection';
import { LOG } from './database';
import type { Finding } from './finding';
import { type FindingRow, findingOf } from './row';
import { newestFirst, ROWS, type RowPack, rowsIn, rowsOf } from './rows';

export interface ListOptions {
  /** The deleted findings instead of the present ones. */
  deleted?: boolean;
  /** Rows of the first batch, which is shown at once; each further batch is twice as large. */
  first?: number;
  /** Only findings whose row contains one of these ({@link saying}); the others are not made from their texts. */
  saying?: readonly string[];
}

/** Changed findings beyond which it is quicker to read all again than to ask for each. */
export const MANY_CHANGED = 5_000;

const FIRST = 200;
const MOST = 5_000;
/** Packs of rows that are read at least at once. */
const PACKS = 4;

/**
 * All findings as they are now, newest first, in growing batches: the first rows come at once however many there
 * are. The outcomes of evidences are left out; the finding itself has them.
 */
export async function* pagesOf(
  connection: Connection,
  { deleted = false, first = FIRST, saying }: ListOptions = {},
): AsyncGenerator<Finding[]> {
  const db = await connection.database();
  // What lies by itself wins over its copy in a pack, and what changes meanwhile is shown once.
  const itself = new Set<string>(await db.getAllKeys('findings'));
  const shown = new Set<string>();
  const loose = inStretches<FindingRow>((range, size) =>
    db.getAllFromIndex('findings', 'newest', range, size),
  );
  const packs = inStretches<RowPack>((range, size) => db.getAllFromIndex('rows', 'newest', range, size));
  let waiting: FindingRow[] = [];
  for (let size = first; ; size = Math.min(2 * size, MOST)) {
    let ready = 0;
    for (;;) {
      const horizon = Math.min(loose.horizon(), packs.horizon());
      ready = horizon === END ? waiting.length : waiting.findIndex((row) => row.order >= horizon);
      if (horizon === END || ready >= size) break;
      if (loose.horizon() <= packs.horizon()) waiting.push(...(await loose.next(size)));
      else {
        const read = await packs.next(Math.max(PACKS, size / ROWS));
        waiting.push(...read.flatMap(rowsIn).filter((row) => !itself.has(row.id)));
      }
      waiting = waiting.filter((row) => !shown.has(row.id)).sort(newestFirst);
    }
    const rows = waiting.splice(0, Math.min(ready, size));
    if (rows.length === 0) return;
    for (const row of rows) shown.add(row.id);
    const isWanted = ({ said }: FindingRow) => !saying || saying.some((words) => said.includes(words));
    const wanted = rows.filter((row) => row.deleted === deleted && isWanted(row));
    if (wanted.length > 0) yield wanted.map(findingOf);
  }
}

/** Beyond everything. */
const END = Number.POSITIVE_INFINITY;

/** Reads what is ordered from the newest on, some at a time; nothing unread stands before `horizon`. */
function inStretches<T extends { id: string; order: number }>(
  read: (range: IDBKeyRange | null, size: number) => Promise<T[]>,
) {
  let range: IDBKeyRange | null = null;
  let horizon = -END;
  return {
    horizon: () => horizon,
    async next(size: number): Promise<T[]> {
      const some = await read(range, size);
      const last = some.at(-1);
      horizon = last && some.length >= size ? last.order : END;
      if (last) range = IDBKeyRange.lowerBound([last.order, last.id], true);
      return some;
    },
  };
}

/** Some findings as lists show them, in the order asked; those that are deleted or unknown are left out. */
export async function someOf(connection: Connection, ids: readonly string[]): Promise<Finding[]> {
  const rows = await rowsOf((await connection.database()).transaction(LOG), ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row && !row.deleted ? [findingOf(row)] : [];
  });
}

/** Every file kept, one at a time. */
export async function* filesOf(connection: Connection): AsyncGenerator<{ sha: string; blob: Blob }> {
  const db = await connection.database();
  for (const sha of await db.getAllKeys('blobs')) {
    const row = await db.get('blobs', sha);
    if (row) yield { sha, blob: row.blob };
  }
}

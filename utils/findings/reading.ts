import { foldOf } from './append';
import { getBlob } from './blobs';
import type { Connection } from './connection';
import { LOG } from './database';
import { type Entry, inTime } from './entry';
import type { Finding } from './finding';
import { type Folded, foldAll } from './fold';
import { filesOf, type ListOptions, pagesOf, someOf } from './list';
import { entriesNamed, entriesUnder, logOf } from './log';
import { viewOf } from './view';

/** Everything that can be asked of the store; nothing here changes it. */
export function readingIn(connection: Connection) {
  /** The fold of one subject of any kind; null when nothing is known of it. */
  async function folded(subject: string): Promise<Folded | null> {
    return foldOf((await connection.database()).transaction(LOG), subject);
  }

  return {
    folded,

    /** The finding with everything that was judged, or null. */
    async get(id: string): Promise<Finding | null> {
      const state = await folded(id);
      return state && viewOf(state);
    },

    /** The history of a finding, oldest first. */
    async entriesOf(id: string): Promise<Entry[]> {
      return (await folded(id))?.entries ?? [];
    },

    /** The folds of every subject whose id begins so, in the order of their ids. */
    async folds(prefix: string): Promise<Folded[]> {
      const db = await connection.database();
      return foldAll(await entriesUnder(db.transaction(LOG), prefix));
    },

    /** Findings newest first, in batches; see list.ts. */
    pages: (options?: ListOptions) => pagesOf(connection, options),
    some: (ids: readonly string[]) => someOf(connection, ids),

    async list(options?: ListOptions): Promise<Finding[]> {
      const all: Finding[] = [];
      for await (const rows of pagesOf(connection, options)) for (const row of rows) all.push(row);
      return all;
    },

    /** Entries that no endpoint and no backup holds yet, oldest first. */
    async pending(limit = 200): Promise<Entry[]> {
      const db = await connection.database();
      const ids = await db.getAllKeys('pending');
      const entries = await entriesNamed(db.transaction(LOG), ids);
      return entries.sort(inTime).slice(0, limit);
    },

    /** How many entries that is. */
    async pendingCount(): Promise<number> {
      return (await connection.database()).count('pending');
    },

    getBlob: (sha: string) => getBlob(connection, sha),
    /** Hashes of all files kept. */
    async fileHashes(): Promise<string[]> {
      return (await connection.database()).getAllKeys('blobs');
    },

    /** The whole log and all files, for a backup. */
    log: () => logOf(async () => (await connection.database()).transaction(LOG)),
    files: () => filesOf(connection),
  };
}

import type { Sentence } from '../words';
import { getBlob } from './blobs';
import type { Connection } from './connection';
import { LOG, unawaited } from './database';
import type { Entry } from './entry';
import { entriesBeside } from './log';

/** What is on its way, per finding: not yet sent, or not taken by the endpoint. */
export interface Traffic {
  waiting: Map<string, number>;
  waitingBlobs: number;
  refused: Map<string, Sentence>;
  /** Screenshots that the endpoint does not take, by SHA-256. */
  refusedBlobs: Map<string, Sentence>;
}

const BLOB = 'sha256-';
// Made when used: a module may be loaded where there is no IndexedDB.
const ENTRIES = () => IDBKeyRange.bound('e:', 'e;', false, true);
const BLOBS = () => IDBKeyRange.bound(BLOB, 'sha256.', false, true);

/** What the outbox needs of the store; `forget` drops second copies of what an endpoint holds. */
interface OutboxEnv {
  connection: Connection;
  forget(held: { entries?: readonly string[]; blobs?: readonly string[] }): Promise<void>;
}

/** What still has to go to the endpoint: entries and screenshots, and what became of them. */
export function outboxIn({ connection, forget }: OutboxEnv) {
  return {
    /** Outgoing entries, at most `limit`: those whose ids come first, and with one that is packed the others of its pack. */
    async outgoing(limit: number): Promise<Entry[]> {
      const tx = (await connection.database()).transaction(LOG);
      const [log, outbox] = [tx.objectStore('entries'), tx.objectStore('outbox')];
      const ids = await outbox.getAllKeys(ENTRIES(), limit);
      if (ids.length === 0) return [];
      // Where most of the log is outgoing, one request for the stretch gives what 200 would.
      const wanted = new Set(ids);
      const range = IDBKeyRange.bound(ids[0], ids.at(-1));
      const found = (await log.getAll(range, 2 * ids.length)).filter(({ _id }) => wanted.delete(_id));
      for (const entry of await Promise.all([...wanted].map((id) => log.get(id))))
        if (entry && wanted.delete(entry._id)) found.push(entry);
      // Ids that follow one another lie in as many packs; a pack is read once and sent whole.
      for (const id of wanted) {
        if (found.length >= limit) break;
        const beside = await entriesBeside(tx, id);
        const waiting = await Promise.all(beside.map(({ _id }) => outbox.getKey(_id)));
        found.push(...beside.filter((_, at) => waiting[at] !== undefined).slice(0, limit - found.length));
        for (const { _id } of beside) wanted.delete(_id);
      }
      return found;
    },

    /** The endpoint holds these entries, does not take those (with the reason), and the rest is nobody's to send. */
    async settle(
      held: readonly string[],
      refused: ReadonlyMap<string, Sentence>,
      dropped: readonly string[] = [],
    ): Promise<void> {
      await connection.write(async (tx) => {
        const outbox = tx.objectStore('outbox');
        for (const [id, reason] of refused) {
          const finding = (await outbox.get(id)) ?? '';
          unawaited(tx.objectStore('refused').put({ finding, reason }, id));
        }
        await Promise.all([
          remove(tx.objectStore('pending'), held),
          remove(outbox, [...held, ...refused.keys(), ...dropped]),
        ]);
      });
      await forget({ entries: held });
    },

    /** Hashes of outgoing blobs, at most `limit`. */
    async outgoingBlobs(limit: number): Promise<string[]> {
      const keys = await (await connection.database()).getAllKeys('outbox', BLOBS(), limit);
      return keys.map((key) => key.slice(BLOB.length));
    },

    outgoingBlob: (sha: string) => getBlob(connection, sha),

    /** The endpoint holds these blobs, does not take those (with the reason), and the rest is gone from here. */
    async settleBlobs(
      held: readonly string[],
      refused: ReadonlyMap<string, Sentence> = new Map(),
      dropped: readonly string[] = [],
    ): Promise<void> {
      const tx = (await connection.database()).transaction(['outbox', 'refused'], 'readwrite');
      for (const [sha, reason] of refused)
        unawaited(tx.objectStore('refused').put({ finding: '', reason }, BLOB + sha));
      for (const sha of [...held, ...refused.keys(), ...dropped])
        unawaited(tx.objectStore('outbox').delete(BLOB + sha));
      await tx.done;
      if (held.length > 0) await forget({ blobs: held });
    },

    /** Sends again what the endpoint did not take: the reviewer or the administrator has changed something. */
    async retryRefused(): Promise<void> {
      const tx = (await connection.database()).transaction(['outbox', 'refused'], 'readwrite');
      const refused = tx.objectStore('refused');
      for (const id of await refused.getAllKeys()) {
        unawaited(tx.objectStore('outbox').put((await refused.get(id))!.finding, id));
      }
      unawaited(refused.clear());
      await tx.done;
    },

    /** Counts for the workbench. */
    async traffic(): Promise<Traffic> {
      const tx = (await connection.database()).transaction(['outbox', 'refused']);
      const refused = tx.objectStore('refused');
      const [findings, waitingBlobs, refusedRows, refusedShas, refusedBlobs] = await Promise.all([
        tx.objectStore('outbox').getAll(ENTRIES()),
        tx.objectStore('outbox').count(BLOBS()),
        refused.getAll(ENTRIES()),
        refused.getAllKeys(BLOBS()),
        refused.getAll(BLOBS()),
      ]);
      const waiting = new Map<string, number>();
      for (const finding of findings) waiting.set(finding, (waiting.get(finding) ?? 0) + 1);
      return {
        waiting,
        waitingBlobs,
        refused: new Map(refusedRows.map((row) => [row.finding, row.reason])),
        refusedBlobs: new Map(
          refusedShas.map((key, at) => [key.slice(BLOB.length), refusedBlobs[at]!.reason]),
        ),
      };
    },
  };
}

/** The outbox' key of a blob. */
export const blobKey = (sha: string) => BLOB + sha;
export const isBlobKey = (key: string) => key.startsWith(BLOB);

/** A store of which keys are removed. */
interface Keyed {
  getAllKeys(range: IDBKeyRange): Promise<string[]>;
  delete(key: string | IDBKeyRange): Promise<void>;
}

/** Removes keys: in one stretch where nothing else lies between them, which is 200 times as fast for a batch. */
export async function remove(store: Keyed, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const gone = new Set(keys);
  const ordered = [...gone].sort();
  const range = IDBKeyRange.bound(ordered[0], ordered.at(-1));
  const present = await store.getAllKeys(range);
  if (present.length === 0) return;
  if (present.every((key) => gone.has(key))) unawaited(store.delete(range));
  else for (const key of present) if (gone.has(key)) unawaited(store.delete(key));
}

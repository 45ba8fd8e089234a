import type { Instant } from '../page/snapshot';
import type { Sentence } from '../words';
import { putBlob } from './blobs';
import type { Connection } from './connection';
import { type LogTransaction, SYNC_STATE, unawaited } from './database';
import type { Entry } from './entry';
import { entriesIn, type Take } from './inbox';
import type { Json } from './json';
import { logOf } from './log';
import { blobKey, isBlobKey, outboxIn, remove } from './outbox';

export type { Traffic } from './outbox';

/** Where the exchange with one endpoint stands; kept in `meta` beside the log. */
export interface SyncState {
  /** Address, team and user: another one begins anew. */
  endpoint: string;
  /** The feed's opaque position; null before the first page. */
  since: Json;
  /** When everything was last sent and received. */
  doneAt: Instant | null;
  /** Failures in a row, and until when (ms since 1970) nothing is tried again. */
  failures: number;
  retryAt: number;
  problem: Sentence | null;
}

/** What the store lends: its connection, its way of appending, and of dropping second copies. */
interface ExchangeEnv {
  connection: Connection;
  /** `work` is told how many entries the log holds. */
  append(work: (tx: LogTransaction, count: number) => Promise<Entry[]>, held: boolean): Promise<Entry[]>;
  take: Take;
  forget(held: { entries?: readonly string[]; blobs?: readonly string[] }): Promise<void>;
  now(): number;
}

export type Exchange = ReturnType<typeof exchangeIn>;

/**
 * The store's side of an exchange with an endpoint. Each call is one transaction, so that a worker killed at any
 * moment repeats at most one request, and every request may be repeated.
 */
export function exchangeIn({ connection, append, forget, take, now }: ExchangeEnv) {
  async function state(): Promise<SyncState | null> {
    return ((await (await connection.database()).get('meta', SYNC_STATE)) ?? null) as SyncState | null;
  }

  return {
    ...outboxIn({ connection, forget }),
    state,

    /** Starts with an endpoint: everything of this user or this device is outgoing, and the feed is read from its start. */
    async begin(endpoint: string, user: string): Promise<SyncState> {
      const fresh: SyncState = {
        endpoint,
        since: null,
        doneAt: null,
        failures: 0,
        retryAt: 0,
        problem: null,
      };
      const blobs = await (await connection.database()).getAllKeys('blobs');
      await connection.write(async (tx) => {
        const outbox = tx.objectStore('outbox');
        unawaited(tx.objectStore('refused').clear());
        const device = await tx.objectStore('meta').get('device');
        const outgoing = new Map(blobs.map((sha) => [blobKey(sha), '']));
        for await (const entries of logOf(async () => tx)) {
          for (const entry of entries)
            if (entry.author === user || entry.device === device) outgoing.set(entry._id, entry.finding);
        }
        // Most of it waits already, and each request that is spared is time.
        const waiting = await outbox.getAllKeys();
        await remove(
          outbox,
          waiting.filter((key) => !outgoing.delete(key) && !isBlobKey(key)),
        );
        for (const [key, finding] of outgoing) unawaited(outbox.put(finding, key));
        unawaited(tx.objectStore('meta').put(fresh as unknown as Json, SYNC_STATE));
      });
      return fresh;
    },

    /** Changes the state of the exchange under way; an exchange with another endpoint is left alone. */
    async note(endpoint: string, change: Partial<SyncState>): Promise<void> {
      const tx = (await connection.database()).transaction('meta', 'readwrite');
      const current = (await tx.store.get(SYNC_STATE)) as SyncState | undefined;
      if (current?.endpoint === endpoint)
        unawaited(tx.store.put({ ...current, ...change } as unknown as Json, SYNC_STATE));
      await tx.done;
    },

    /** The entries among a page's documents; forged ones are left out. By itself, since it can be done while the page before is written. */
    entriesIn,

    /** Stores the entries of a page of the feed and the position after it, together or not at all. */
    async receive(endpoint: string, entries: readonly Entry[], since: Json): Promise<number> {
      const ids = entries.map((entry) => entry._id);
      let mine: Entry[] = [];
      const added = await append(async (tx, count) => {
        const current = (await tx.objectStore('meta').get(SYNC_STATE)) as SyncState | undefined;
        if (current?.endpoint !== endpoint) return [];
        const device = await tx.objectStore('meta').get('device');
        mine = entries.filter((entry) => entry.device === device);
        const fresh = await take(tx, entries, { count, now: now(), held: true });
        // What the endpoint has given, it holds.
        await Promise.all(
          (['outbox', 'pending', 'refused'] as const).map((name) => remove(tx.objectStore(name), ids)),
        );
        unawaited(tx.objectStore('meta').put({ ...current, since } as unknown as Json, SYNC_STATE));
        return fresh;
      }, true);
      if (mine.length > 0) await forget({ entries: mine.map((entry) => entry._id) });
      return added.length;
    },

    /** Keeps a file that the endpoint gave; its hash has been checked. */
    receiveBlob: (blob: Blob) => putBlob(connection, blob, { now: now(), held: true }),
  };
}

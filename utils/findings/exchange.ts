import type { Instant } from '../page/snapshot';
import type { Sentence } from '../words';
import { putBlob } from './blobs';
import type { Connection } from './connection';
import { type LogTransaction, unawaited } from './database';
import type { Entry } from './entry';
import { entriesIn, inbox } from './inbox';
import type { Json } from './json';
import { blobKey, outboxIn, remove } from './outbox';

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

const STATE = 'sync';
const CHUNK = 2_000;

/** What the store lends: its connection, its way of appending, and of dropping second copies. */
interface ExchangeEnv {
  connection: Connection;
  /** `work` is told how many entries the log holds. */
  append(work: (tx: LogTransaction, count: number) => Promise<Entry[]>, held: boolean): Promise<Entry[]>;
  forget(held: { entries?: readonly string[]; blobs?: readonly string[] }): Promise<void>;
  now(): number;
}

export type Exchange = ReturnType<typeof exchangeIn>;

/**
 * The store's side of an exchange with an endpoint. Each call is one transaction, so that a worker killed at any
 * moment repeats at most one request, and every request may be repeated.
 */
export function exchangeIn({ connection, append, forget, now }: ExchangeEnv) {
  const take = inbox();

  async function state(): Promise<SyncState | null> {
    return ((await (await connection.database()).get('meta', STATE)) ?? null) as SyncState | null;
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
      const db = await connection.database();
      const tx = db.transaction(['entries', 'blobs', 'outbox', 'refused', 'meta'], 'readwrite');
      const outbox = tx.objectStore('outbox');
      unawaited(tx.objectStore('refused').clear());
      unawaited(outbox.clear());
      const device = await tx.objectStore('meta').get('device');
      let range: IDBKeyRange | null = null;
      for (;;) {
        const entries: Entry[] = await tx.objectStore('entries').getAll(range, CHUNK);
        for (const entry of entries) {
          if (entry.author === user || entry.device === device)
            unawaited(outbox.put(entry.finding, entry._id));
        }
        if (entries.length < CHUNK) break;
        range = IDBKeyRange.lowerBound(entries.at(-1)!._id, true);
      }
      for (const sha of await tx.objectStore('blobs').getAllKeys()) unawaited(outbox.put('', blobKey(sha)));
      unawaited(tx.objectStore('meta').put(fresh as unknown as Json, STATE));
      await tx.done;
      return fresh;
    },

    /** Changes the state of the exchange under way; an exchange with another endpoint is left alone. */
    async note(endpoint: string, change: Partial<SyncState>): Promise<void> {
      const tx = (await connection.database()).transaction('meta', 'readwrite');
      const current = (await tx.store.get(STATE)) as SyncState | undefined;
      if (current?.endpoint === endpoint)
        unawaited(tx.store.put({ ...current, ...change } as unknown as Json, STATE));
      await tx.done;
    },

    /** Stores a page of the feed and the position after it, together or not at all. Forged documents are left out. */
    async receive(endpoint: string, documents: readonly unknown[], since: Json): Promise<number> {
      const entries = entriesIn(documents);
      const ids = entries.map((entry) => entry._id);
      let mine: Entry[] = [];
      const added = await append(async (tx, count) => {
        const current = (await tx.objectStore('meta').get(STATE)) as SyncState | undefined;
        if (current?.endpoint !== endpoint) return [];
        const device = await tx.objectStore('meta').get('device');
        mine = entries.filter((entry) => entry.device === device);
        const fresh = await take(tx, entries, { count, now: now() });
        // What the endpoint has given, it holds.
        for (const name of ['outbox', 'pending', 'refused'] as const) {
          const waiting = tx.objectStore(name);
          if ((await waiting.count()) === 0) continue;
          await remove(waiting, ids);
        }
        unawaited(tx.objectStore('meta').put({ ...current, since } as unknown as Json, STATE));
        return fresh;
      }, true);
      if (mine.length > 0) await forget({ entries: mine.map((entry) => entry._id) });
      return added.length;
    },

    /** Keeps a file that the endpoint gave; its hash has been checked. */
    receiveBlob: (blob: Blob) => putBlob(connection, blob, { now: now(), held: true }),
  };
}

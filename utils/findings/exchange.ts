import type { Instant } from '../page/snapshot';
import type { Sentence } from '../words';
import { appendEntries } from './append';
import { getBlob, putBlob } from './blobs';
import type { Connection } from './connection';
import { type LogTransaction, unawaited } from './database';
import { type Entry, isGenuine, withoutServerMembers } from './entry';
import type { Json } from './json';

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

/** What is on its way, per finding: not yet sent, or not taken by the endpoint. */
export interface Traffic {
  waiting: Map<string, number>;
  waitingBlobs: number;
  refused: Map<string, Sentence>;
}

const STATE = 'sync';
const BLOB = 'sha256-';
// Made when used: a module may be loaded where there is no IndexedDB.
const ENTRIES = () => IDBKeyRange.bound('e:', 'e;', false, true);
const BLOBS = () => IDBKeyRange.bound(BLOB, 'sha256.', false, true);
const CHUNK = 2_000;

/** What the store lends: its connection, its way of appending, and of dropping second copies. */
interface ExchangeEnv {
  connection: Connection;
  append(work: (tx: LogTransaction) => Promise<Entry[]>, held: boolean): Promise<Entry[]>;
  forget(held: { entries?: readonly string[]; blobs?: readonly string[] }): Promise<void>;
  now(): number;
}

export type Exchange = ReturnType<typeof exchangeIn>;

/**
 * The store's side of an exchange with an endpoint. Each call is one transaction, so that a worker killed at any
 * moment repeats at most one request, and every request may be repeated.
 */
export function exchangeIn({ connection, append, forget, now }: ExchangeEnv) {
  async function state(): Promise<SyncState | null> {
    return ((await (await connection.database()).get('meta', STATE)) ?? null) as SyncState | null;
  }

  return {
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
      for (const sha of await tx.objectStore('blobs').getAllKeys()) unawaited(outbox.put('', BLOB + sha));
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

    /** Outgoing entries, at most `limit`. */
    async outgoing(limit: number): Promise<Entry[]> {
      const tx = (await connection.database()).transaction(['outbox', 'entries']);
      const ids = await tx.objectStore('outbox').getAllKeys(ENTRIES(), limit);
      const entries = await Promise.all(ids.map((id) => tx.objectStore('entries').get(id)));
      return entries.filter((entry) => !!entry);
    },

    /** The endpoint holds these entries, does not take those (with the reason), and the rest is nobody's to send. */
    async settle(
      held: readonly string[],
      refused: ReadonlyMap<string, Sentence>,
      dropped: readonly string[] = [],
    ) {
      await connection.write(async (tx) => {
        const outbox = tx.objectStore('outbox');
        for (const id of held) unawaited(tx.objectStore('pending').delete(id));
        for (const [id, reason] of refused) {
          const finding = (await outbox.get(id)) ?? '';
          unawaited(tx.objectStore('refused').put({ finding, reason }, id));
        }
        for (const id of [...held, ...refused.keys(), ...dropped]) unawaited(outbox.delete(id));
      });
      await forget({ entries: held });
    },

    /** Stores a page of the feed and the position after it, together or not at all. Forged documents are left out. */
    async receive(endpoint: string, documents: readonly unknown[], since: Json): Promise<number> {
      const entries = documents.filter(isGenuine).map(withoutServerMembers);
      const added = await append(async (tx) => {
        const current = (await tx.objectStore('meta').get(STATE)) as SyncState | undefined;
        if (current?.endpoint !== endpoint) return [];
        const fresh = await appendEntries(tx, entries, { now: now(), held: true });
        // What the endpoint has given, it holds. Where nothing waits, thousands of deletions are spared.
        for (const name of ['outbox', 'pending', 'refused'] as const) {
          const waiting = tx.objectStore(name);
          if ((await waiting.count()) === 0) continue;
          for (const { _id } of entries) unawaited(waiting.delete(_id));
        }
        unawaited(tx.objectStore('meta').put({ ...current, since } as unknown as Json, STATE));
        return fresh;
      }, true);
      await forget({ entries: entries.map((entry) => entry._id) });
      return added.length;
    },

    /** Hashes of outgoing blobs, at most `limit`. */
    async outgoingBlobs(limit: number): Promise<string[]> {
      const keys = await (await connection.database()).getAllKeys('outbox', BLOBS(), limit);
      return keys.map((key) => key.slice(BLOB.length));
    },

    outgoingBlob: (sha: string) => getBlob(connection, sha),

    /** The endpoint holds these blobs, or cannot take those. */
    async settleBlobs(held: readonly string[], dropped: readonly string[] = []): Promise<void> {
      const tx = (await connection.database()).transaction('outbox', 'readwrite');
      for (const sha of [...held, ...dropped]) unawaited(tx.store.delete(BLOB + sha));
      await tx.done;
      await forget({ blobs: held });
    },

    /** Keeps a file that the endpoint gave; its hash has been checked. */
    receiveBlob: (blob: Blob) => putBlob(connection, blob, { now: now(), held: true }),

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
      const [findings, waitingBlobs, refused] = await Promise.all([
        tx.objectStore('outbox').getAll(ENTRIES()),
        tx.objectStore('outbox').count(BLOBS()),
        tx.objectStore('refused').getAll(),
      ]);
      const waiting = new Map<string, number>();
      for (const finding of findings) waiting.set(finding, (waiting.get(finding) ?? 0) + 1);
      return { waiting, waitingBlobs, refused: new Map(refused.map((row) => [row.finding, row.reason])) };
    },
  };
}

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Sentence } from '../words';
import type { Entry } from './entry';
import { StoreError, storeError } from './errors';
import type { Finding } from './finding';
import type { Json } from './json';
import type { Pack } from './pack';
import { type FindingRow, packed } from './row';
import { putRowPacks, type RowPack } from './rows';

export interface BlobRow {
  blob: Blob;
  /** Instant, for dropping the oldest first. */
  added: string;
}

/** The finding that an outgoing entry belongs to; '' for a blob. */
export type OutboxRow = string;

export interface RefusedRow {
  finding: string;
  reason: Sentence;
}

/**
 * entries, packs: the log, the only truth (pack.ts) · findings, rows: its fold, can be rebuilt (rows.ts) · blobs: screenshots and HTML by
 * SHA-256 · pending: ids of entries that no endpoint or backup holds yet · meta: device, clock, sync position ·
 * outbox: what the endpoint does not hold yet, entries by id and blobs by `sha256-<hex>` · refused: entries that
 * the endpoint does not take, with the reason.
 */
export interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { finding: string } };
  packs: { key: number; value: Pack; indexes: { subject: string; id: string } };
  findings: { key: string; value: FindingRow; indexes: { newest: [number, string] } };
  rows: { key: string; value: RowPack; indexes: { newest: [number, string]; row: string } };
  blobs: { key: string; value: BlobRow };
  pending: { key: string; value: string };
  meta: { key: string; value: Json };
  outbox: { key: string; value: OutboxRow };
  refused: { key: string; value: RefusedRow };
}

export type Database = IDBPDatabase<Schema>;

/** What every append writes together, or not at all. */
export const LOG = ['entries', 'packs', 'findings', 'rows', 'pending', 'meta', 'outbox', 'refused'] as const;
export type LogTransaction = IDBPTransaction<Schema, typeof LOG, 'readwrite'>;

/** Where `meta` keeps how the exchange with an endpoint stands. */
export const SYNC_STATE = 'sync';

/** A transaction over the log that may only read. */
export type LogReader = Pick<IDBPTransaction<Schema, typeof LOG, IDBTransactionMode>, 'objectStore'>;

/** Leaves a request to its transaction: when it fails, the transaction aborts and `done` carries the reason. */
export function unawaited(request: Promise<unknown>): void {
  request.catch(() => {});
}

export const DATABASE_NAME = 'duwang';

/** One step per version, in order; a step that was released is never changed, only followed by another. */
const MIGRATIONS: readonly ((db: Database, tx: Upgrade) => Promise<void> | void)[] = [
  (db) => {
    db.createObjectStore('entries', { keyPath: '_id' }).createIndex('finding', 'finding');
    db.createObjectStore('findings', { keyPath: 'id' }).createIndex('newest', ['order', 'id']);
    db.createObjectStore('blobs');
    db.createObjectStore('pending');
    db.createObjectStore('meta');
  },
  (db) => {
    db.createObjectStore('outbox');
    db.createObjectStore('refused');
  },
  (_db, tx) => textRows(tx),
  (db, tx) => {
    const packs = db.createObjectStore('packs', { autoIncrement: true });
    packs.createIndex('subject', 'subjects', { multiEntry: true });
    packs.createIndex('id', 'ids', { multiEntry: true });
    const rows = db.createObjectStore('rows', { keyPath: 'id' });
    rows.createIndex('newest', ['order', 'id']);
    rows.createIndex('row', 'ids', { multiEntry: true });
    return packRows(tx);
  },
];

/** Rows read at once while they are packed. */
const MIGRATED = 2_000;

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Gives up an upgrade that failed: all is as it was, and opening fails. */
function abort(tx: Upgrade): void {
  unawaited(tx.done);
  try {
    tx.abort();
  } catch {
    // A request had failed, and the browser has given it up already.
  }
}

/** Up to version 2 rows were whole findings. */
async function textRows(tx: Upgrade): Promise<void> {
  for (let at = await tx.objectStore('findings').openCursor(); at; at = await at.continue()) {
    const { order, ...finding } = at.value as unknown as Finding & { order: number };
    unawaited(at.update(packed(finding, order)));
  }
}

/** Up to version 3 each row was a record of its own. */
async function packRows(tx: Upgrade): Promise<void> {
  const loose = tx.objectStore('findings');
  for (let range: IDBKeyRange | null = null; ; ) {
    const rows: FindingRow[] = await loose.index('newest').getAll(range, MIGRATED);
    putRowPacks(tx.objectStore('rows'), rows);
    const last = rows.at(-1);
    if (!last || rows.length < MIGRATED) break;
    range = IDBKeyRange.lowerBound([last.order, last.id], true);
  }
  unawaited(loose.clear());
}

/** How long to wait for another tab to let go of an older version before saying so. */
const BLOCKED_AFTER_MS = 3_000;

/**
 * Opens the database and brings it to the newest version. Throws {@link StoreError}. `lost` is called when the connection
 * ends by itself: the browser closed it, or a newer version of the extension wants to upgrade.
 */
export async function openDatabase(name: string, lost: () => void): Promise<Database> {
  let blockedTimer: ReturnType<typeof setTimeout> | undefined;
  let giveUp: (why: StoreError) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  // Async, because `indexedDB.open` itself throws where storage is switched off.
  const opening = (async () =>
    openDB<Schema>(name, MIGRATIONS.length, {
      upgrade(db, oldVersion, _newVersion, tx) {
        const migrated = async () => {
          for (const step of MIGRATIONS.slice(oldVersion)) await step(db, tx);
        };
        migrated().catch(() => abort(tx));
      },
      blocked() {
        blockedTimer = setTimeout(() => giveUp(new StoreError('blocked')), BLOCKED_AFTER_MS);
      },
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    }))();
  try {
    return await Promise.race([opening, blocked]);
  } catch (cause) {
    // Should the other tab let go after all, nobody waits for this connection any more.
    void opening.then((db) => db.close()).catch(() => {});
    throw storeError(cause, true);
  } finally {
    clearTimeout(blockedTimer);
  }
}

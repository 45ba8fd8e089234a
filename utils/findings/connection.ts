import { type Database, LOG, type LogTransaction, openDatabase } from './database';
import { storeError } from './errors';

/** The database, opened when first needed and again after the browser has closed it. */
export interface Connection {
  database(): Promise<Database>;
  /** Runs one transaction over the log; resolves once it is on disk. Throws StoreError and then nothing was written. */
  write<T>(work: (tx: LogTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens the database of that name at once, so that a browser that refuses says so now. */
export async function connect(name: string): Promise<Connection> {
  let opened: Promise<Database> | null = null;

  function database(): Promise<Database> {
    opened ??= openDatabase(name, () => {
      opened = null;
    }).catch((cause) => {
      opened = null;
      throw cause;
    });
    return opened;
  }

  async function write<T>(work: (tx: LogTransaction) => Promise<T>): Promise<T> {
    const db = await database();
    try {
      const tx = db.transaction(LOG, 'readwrite', { durability: 'strict' });
      // A failed request aborts the transaction; `done` then carries the reason (quota, disk).
      const done = tx.done;
      done.catch(() => {});
      const result = await work(tx).catch(async (cause) => {
        try {
          tx.abort();
        } catch {
          await done;
        }
        throw cause;
      });
      await done;
      return result;
    } catch (cause) {
      throw storeError(cause);
    }
  }

  await database();
  return {
    database,
    write,
    async close() {
      const closing = opened;
      opened = null;
      (await closing)?.close();
    },
  };
}

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { pageKey, withoutSecrets } from '../findings/url';
import type { CivilDate, Instant } from '../page/snapshot';
import type { ReadShare } from './meter';

/** One page as it was read on one day. */
export interface ReadPage extends ReadShare {
  day: CivilDate;
  campaign: string;
  /** Id of the roster item. */
  item: string;
  /** Address without secrets. */
  url: string;
  title: string;
  /** When it was last in view. */
  at: Instant;
}

interface Row extends ReadPage {
  page: string;
}

interface Schema extends DBSchema {
  pages: { key: [string, string, string]; value: Row; indexes: { page: [string, string] } };
}

export type ReadingLog = Awaited<ReturnType<typeof openReadingLog>>;

/**
 * 读网记录: which pages of roster items were read, on this machine only. It is no entry of the log that teams share: how long
 * somebody read what is theirs; what they sign for a day is shared.
 */
export async function openReadingLog(name = 'duwang-reading') {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(db) {
      const pages = db.createObjectStore('pages', { keyPath: ['campaign', 'day', 'page'] });
      pages.createIndex('page', ['campaign', 'page']);
    },
  });

  /** Adds time to a page of a day; how far it was seen only grows. */
  async function add(read: ReadPage): Promise<void> {
    const page = pageKey(read.url);
    const tx = db.transaction('pages', 'readwrite');
    const before = await tx.store.get([read.campaign, read.day, page]);
    await tx.store.put({
      ...read,
      url: withoutSecrets(read.url),
      page,
      seconds: (before?.seconds ?? 0) + read.seconds,
      share: Math.max(before?.share ?? 0, read.share),
    });
    await tx.done;
  }

  /** What was read in a campaign, in the order of days, then of first reading. */
  async function pagesOf(campaign: string): Promise<ReadPage[]> {
    const rows = await db.getAll('pages', IDBKeyRange.bound([campaign], [campaign, []]));
    return rows
      .map(({ page: _, ...read }) => read)
      .sort((a, b) => (a.day < b.day || (a.day === b.day && a.at < b.at) ? -1 : 1));
  }

  /** For each address, whether it was read in this campaign on any day. */
  async function wereRead(campaign: string, urls: readonly string[]): Promise<boolean[]> {
    const index = db.transaction('pages').store.index('page');
    return Promise.all(urls.map(async (url) => (await index.count([campaign, pageKey(url)])) > 0));
  }

  /** Forgets everything that was read in a campaign. */
  async function forget(campaign: string): Promise<void> {
    await db.delete('pages', IDBKeyRange.bound([campaign], [campaign, []]));
  }

  return { add, pagesOf, wereRead, forget, close: () => db.close() };
}

import { type DBSchema, openDB } from 'idb';
import { pageKey, withoutSecrets } from '../findings/url';
import type { ViewedPage } from './page';

interface Kept extends ViewedPage {
  campaign: string;
  key: string;
}

interface Schema extends DBSchema {
  pages: { key: [string, string]; value: Kept; indexes: { byTime: string } };
}

/** Pages kept in all; beyond that the ones read longest ago go. */
const MOST_PAGES = 20_000;

/** A database of its own: it is no record, stays in this browser, and losing it loses only the way to look again. */
const database = () =>
  openDB<Schema>('duwang-viewed', 1, {
    upgrade(db) {
      db.createObjectStore('pages', { keyPath: ['campaign', 'key'] }).createIndex('byTime', 'readAt');
    },
  });

/** Keeps the text of a page for a campaign, in place of what was kept of the same page before. */
export async function keepViewed(campaign: string, page: ViewedPage): Promise<void> {
  const db = await database();
  try {
    const change = db.transaction('pages', 'readwrite');
    await change.store.put({ ...page, url: withoutSecrets(page.url), campaign, key: pageKey(page.url) });
    const over = (await change.store.count()) - MOST_PAGES;
    let oldest = over > 0 ? await change.store.index('byTime').openCursor() : null;
    for (let left = over; oldest && left > 0; left--) {
      await oldest.delete();
      oldest = await oldest.continue();
    }
    await change.done;
  } finally {
    db.close();
  }
}

/** The texts viewed in a campaign. */
export async function viewedIn(campaign: string): Promise<ViewedPage[]> {
  const db = await database();
  try {
    return await db.getAll('pages', IDBKeyRange.bound([campaign], [campaign, []]));
  } finally {
    db.close();
  }
}

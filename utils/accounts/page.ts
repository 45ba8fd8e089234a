import { type PageReading, readPage } from '../page/read';
import { readAccount } from './registry';

/**
 * Reads a page that may be an official account's. On one that is, only the account's own posts are left of the page's
 * text: nobody answers for comments, recommendations and the platform's own words.
 * @param document, options as for `readPage`.
 */
export function readAccountPage(document: Document, options: { url?: string; now: number }): PageReading {
  return ownWordsOf(document, readPage(document, options));
}

/** The same for a page that was read. */
export function ownWordsOf(document: Document, reading: PageReading): PageReading {
  const { snapshot, rangeOf } = reading;
  const account = readAccount(document, snapshot.url, snapshot.readAt);
  if (!account) return reading;
  const blocks = snapshot.blocks.filter(({ id, text }) => {
    const node = rangeOf({ block: id, start: 0, end: Math.min(1, text.length) })?.startContainer;
    return node !== undefined && account.isOwn(node);
  });
  return { snapshot: { ...snapshot, account: account.snapshot, blocks }, rangeOf };
}

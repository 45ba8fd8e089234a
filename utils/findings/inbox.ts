import { appendEntries, putRow } from './append';
import { type LogTransaction, unawaited } from './database';
import { type Entry, isGenuine, withoutServerMembers } from './entry';
import { isFinding } from './finding';
import { fold } from './fold';
import { type Hlc, observe } from './hlc';

/** From this size on, a page is worth reading all keys of the log for, so that its entries need not be asked for one by one. */
const LARGE = 200;

/** The log's keys when it held `count` entries. None is ever taken out, so the count tells whether they still hold. */
interface Keys {
  count: number;
  entries: Set<string>;
  findings: Set<string>;
}

/** The entries among a page's documents, without what the server added; forged ones and what is none are left out. */
export function entriesIn(documents: readonly unknown[]): Entry[] {
  return documents.filter(isGenuine).map(withoutServerMembers);
}

/**
 * Takes in what an endpoint holds. A request to IndexedDB takes ten times as long as what is done with its answer, so a
 * first pull of thousands of entries asks for none of them: all keys are read once and followed from page to page, as
 * long as nobody else writes in between.
 */
export function inbox() {
  let keys: Keys | null = null;

  async function keysOf(tx: LogTransaction, count: number): Promise<Keys> {
    if (keys?.count === count) return keys;
    const [entries, findings] = await Promise.all([
      tx.objectStore('entries').getAllKeys(),
      tx.objectStore('findings').getAllKeys(),
    ]);
    return { count, entries: new Set(entries), findings: new Set(findings) };
  }

  /** Entries on findings that the log knows nothing of, and all others that it may not have. */
  function sorted(page: readonly Entry[], { entries, findings }: Keys) {
    const unheard = new Map<string, Map<string, Entry>>();
    const others: Entry[] = [];
    for (const entry of page) {
      if (entries.has(entry._id)) continue;
      const isNew = isFinding(entry.finding) && !findings.has(entry.finding);
      if (!isNew) others.push(entry);
      else if (unheard.has(entry.finding)) unheard.get(entry.finding)!.set(entry._id, entry);
      else unheard.set(entry.finding, new Map([[entry._id, entry]]));
    }
    return { unheard, others };
  }

  /** Appends what is new of a page; returns that. `count` = entries that the log holds, `now` in ms. */
  return async function take(
    tx: LogTransaction,
    page: readonly Entry[],
    { count, now }: { count: number; now: number },
  ): Promise<Entry[]> {
    if (page.length < LARGE) {
      keys = null;
      return appendEntries(tx, page, { now, held: true });
    }
    const known = await keysOf(tx, count);
    const { unheard, others } = sorted(page, known);
    const fresh = await appendEntries(tx, others, { now, held: true });
    let clock = ((await tx.objectStore('meta').get('clock')) as Hlc | undefined) ?? null;
    for (const group of unheard.values()) {
      for (const entry of group.values()) {
        unawaited(tx.objectStore('entries').put(entry));
        clock = observe(clock, entry.hlc, now);
        fresh.push(entry);
      }
      putRow(tx, fold(group.values())!);
    }
    if (clock) unawaited(tx.objectStore('meta').put(clock, 'clock'));
    for (const { _id, finding } of fresh) {
      known.entries.add(_id);
      if (isFinding(finding)) known.findings.add(finding);
    }
    // Should the transaction fail, the log's count stays behind this one, and the keys are read anew.
    keys = { ...known, count: count + fresh.length };
    return fresh;
  };
}

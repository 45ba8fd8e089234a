import { putRow } from './append';
import { type LogReader, type LogTransaction, SYNC_STATE, unawaited } from './database';
import { type Entry, isGenuine, withoutServerMembers } from './entry';
import { isFinding } from './finding';
import { fold } from './fold';
import { type Hlc, observe } from './hlc';
import { entriesOn, packsIn } from './log';
import { bySubject, packsOf } from './pack';
import { type FindingRow, rowOf } from './row';
import { allRowsKnown, putRowPacks, rowsKnown } from './rows';

/** From this size on, it is worth reading all keys of the log, so that nothing need be asked for one by one. */
const LARGE = 500;
/** From so many new entries on, they are packed (pack.ts). */
const MANY = 32;

/** The log's keys when it held `count` entries. None is ever taken out, so the count tells whether they still hold. */
interface Keys {
  count: number;
  entries: Set<string>;
  findings: Set<string>;
}

export interface Taking {
  /** How many entries the log holds. */
  count: number;
  /** ms since 1970. */
  now: number;
  /** An endpoint holds them: they are neither outgoing nor pending. */
  held: boolean;
  /** A file holds them: they are outgoing, but not pending. */
  filed?: boolean;
}

export type Take = ReturnType<typeof inbox>;

/** The entries among a page's documents, without what the server added; forged ones and what is none are left out. */
export function entriesIn(documents: readonly unknown[]): Entry[] {
  return documents.filter(isGenuine).map(withoutServerMembers);
}

/**
 * Takes in entries made elsewhere, whose hashes are checked already. A request to IndexedDB takes ten times as long as
 * what is done with its answer, so thousands of entries are put as some packs, and all keys are read once and
 * followed from batch to batch, as long as nobody else writes in between.
 */
export function inbox() {
  let keys: Keys | null = null;

  /** Appends what is new and refreshes the read model, inside the transaction; returns what was new. */
  return async function take(
    tx: LogTransaction,
    offered: readonly Entry[],
    taking: Taking,
  ): Promise<Entry[]> {
    const { count, now, held, filed = false } = taking;
    const known = keys?.count === count ? keys : offered.length < LARGE ? null : await keysOf(tx, count);
    keys = null;
    const unheard = new Map(offered.map((entry) => [entry._id, entry]));
    if (known) for (const id of unheard.keys()) if (known.entries.has(id)) unheard.delete(id);
    const subjects = [...new Set([...unheard.values()].map((entry) => entry.finding))];
    const before = await entriesOn(tx, await heardOf(tx, subjects, known));
    for (const entries of before.values()) for (const { _id } of entries) unheard.delete(_id);

    const fresh = [...unheard.values()];
    const packed = (held || filed) && fresh.length >= MANY;
    const outgoing = !held && (!filed || !packed || (await isJoined(tx)));
    let clock = ((await tx.objectStore('meta').get('clock')) as Hlc | undefined) ?? null;
    for (const entry of fresh) {
      if (!packed) unawaited(tx.objectStore('entries').put(entry));
      if (!held && !filed) unawaited(tx.objectStore('pending').put(entry.hlc, entry._id));
      if (outgoing) unawaited(tx.objectStore('outbox').put(entry.finding, entry._id));
      clock = observe(clock, entry.hlc, now);
    }
    if (packed) for (const pack of packsOf(fresh)) unawaited(tx.objectStore('packs').put(pack));
    if (clock) unawaited(tx.objectStore('meta').put(clock, 'clock'));
    putRows(tx, bySubject(fresh), before, packed);
    if (known) follow(tx, known, fresh);
    return fresh;
  };

  /** The keys hold for the next batch once this one is on disk. */
  function follow(tx: LogTransaction, known: Keys, fresh: readonly Entry[]): void {
    const after = () => {
      for (const { _id, finding } of fresh) {
        known.entries.add(_id);
        if (isFinding(finding)) known.findings.add(finding);
      }
      keys = { ...known, count: known.count + fresh.length };
    };
    tx.done.then(after, () => {});
  }
}

/** Subjects of which the log may know something; where all keys are known, those that are no findings have no rows to refresh. */
async function heardOf(tx: LogReader, subjects: string[], known: Keys | null): Promise<string[]> {
  if (known) return subjects.filter((subject) => known.findings.has(subject));
  const heard = await rowsKnown(tx, subjects.filter(isFinding));
  return [...heard, ...subjects.filter((subject) => !isFinding(subject))];
}

function putRows(
  tx: LogTransaction,
  groups: Map<string, Entry[]>,
  before: Map<string, Entry[]>,
  packed: boolean,
): void {
  const rows: FindingRow[] = [];
  for (const [subject, group] of groups) {
    const known = before.get(subject);
    if (packed && !known && isFinding(subject)) rows.push(rowOf(fold(group)!));
    else if (isFinding(subject)) putRow(tx, fold([...(known ?? []), ...group])!);
  }
  putRowPacks(tx.objectStore('rows'), rows);
}

/** An endpoint was joined once; before that nothing need be noted as outgoing, since joining looks at the whole log. */
async function isJoined(tx: LogReader): Promise<boolean> {
  return (await tx.objectStore('meta').getKey(SYNC_STATE)) !== undefined;
}

async function keysOf(tx: LogTransaction, count: number): Promise<Keys> {
  const entries = new Set<string>(await tx.objectStore('entries').getAllKeys());
  for await (const packs of packsIn(async () => tx))
    for (const { ids } of packs) for (const id of ids) entries.add(id);
  return { count, entries, findings: await allRowsKnown(tx) };
}

import { type LogReader, type LogTransaction, unawaited } from './database';
import { type Entry, makeEntry } from './entry';
import { isFinding } from './finding';
import { conflictsOf, type Folded, fold, seenBy, valueIn } from './fold';
import { type Hlc, tick } from './hlc';
import { canonicalJson, type Json } from './json';
import { entriesOn } from './log';
import { rowOf } from './row';

/** The values to set on a finding, given what it is now (null: it does not exist yet). */
export type Step = (now: Folded | null) => Record<string, Json>;

const COUNT = 'count';

export interface Writer {
  author: string;
  /** ms since 1970. */
  now: number;
}

/**
 * Appends one entry per step, each naming what it replaces, and refreshes the read model, all inside the
 * transaction: two tabs that edit at once come one after the other and do not conflict. Steps that
 * change nothing leave no entry. The clock and the device live in `meta`.
 */
export async function appendSteps(
  tx: LogTransaction,
  steps: Iterable<[finding: string, step: Step]>,
  writer: Writer,
): Promise<Entry[]> {
  const device = await deviceOf(tx);
  let clock = (await tx.objectStore('meta').get('clock')) as Hlc | undefined;
  const appended: Entry[] = [];
  const todo = [...steps];
  const known = await entriesOn(tx, [...new Set(todo.map(([finding]) => finding))]);
  for (const [finding, step] of todo) {
    const before = fold(known.get(finding) ?? []);
    const fields = changed(before, step(before));
    if (Object.keys(fields).length === 0) continue;
    clock = tick(clock ?? null, writer.now, device);
    const prev = seenBy(before, fields);
    const entry = makeEntry({ finding, author: writer.author, device, hlc: clock, fields, prev });
    unawaited(tx.objectStore('entries').put(entry));
    unawaited(tx.objectStore('pending').put(clock, entry._id));
    unawaited(tx.objectStore('outbox').put(finding, entry._id));
    const after = fold([...(before?.entries ?? []), entry])!;
    known.set(finding, after.entries);
    putRow(tx, after);
    appended.push(entry);
  }
  if (clock) unawaited(tx.objectStore('meta').put(clock, 'clock'));
  return appended;
}

/**
 * Runs an append, which is told how many entries the log holds, and says how many entries the log then holds. Counting a store reads all its keys (90 ms at
 * 100,000), so the number is kept beside the log, in the same transaction.
 */
export async function counting(
  tx: LogTransaction,
  append: (count: number) => Promise<Entry[]>,
): Promise<{ entries: Entry[]; count: number }> {
  const before = await countOf(tx);
  const entries = await append(before);
  const count = before + entries.length;
  if (entries.length > 0) unawaited(tx.objectStore('meta').put(count, COUNT));
  return { entries, count };
}

/** How many entries the log holds. */
export async function countOf(tx: LogReader): Promise<number> {
  const known = await tx.objectStore('meta').get(COUNT);
  return typeof known === 'number' ? known : tx.objectStore('entries').count();
}

export async function foldOf(tx: LogReader, finding: string): Promise<Folded | null> {
  return fold((await entriesOn(tx, [finding])).get(finding) ?? []);
}

/** Refreshes the read model, which holds findings only. */
export function putRow(tx: LogTransaction, folded: Folded): void {
  if (isFinding(folded.id)) unawaited(tx.objectStore('findings').put(rowOf(folded)));
}

function changed(before: Folded | null, fields: Record<string, Json>): Record<string, Json> {
  if (!before) return fields;
  const disputed = new Set(conflictsOf(before));
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) =>
        disputed.has(field) || canonicalJson(valueIn(before, field)) !== canonicalJson(value),
    ),
  );
}

async function deviceOf(tx: LogTransaction): Promise<string> {
  const meta = tx.objectStore('meta');
  const known = await meta.get('device');
  if (typeof known === 'string') return known;
  const device = crypto.randomUUID().slice(0, 8);
  unawaited(meta.put(device, 'device'));
  return device;
}

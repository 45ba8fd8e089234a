import type { LogReader } from './database';
import type { Entry } from './entry';
import { bySubject, type Pack, unpacked } from './pack';
import { subjectsFrom } from './subject';

/** Entries lie by themselves (`entries`) or together (`packs`, pack.ts); whoever reads the log reads it here and sees no difference. */

/** What is known of some subjects; one of which nothing is known is left out. */
export async function entriesOn(tx: LogReader, subjects: readonly string[]): Promise<Map<string, Entry[]>> {
  const loose = tx.objectStore('entries').index('finding');
  const index = tx.objectStore('packs').index('subject');
  const [single, keys] = await Promise.all([
    Promise.all(subjects.map((subject) => loose.getAll(subject))),
    Promise.all(subjects.map((subject) => index.getAllKeys(subject))),
  ]);
  const wanted = new Set(subjects);
  const together = await packed(tx, keys.flat(), (entry) => wanted.has(entry.finding), wanted);
  return bySubject([...single.flat(), ...together]);
}

/** Everything about subjects whose id begins so, by subject in the order of their ids. */
export async function entriesUnder(tx: LogReader, prefix: string): Promise<Entry[]> {
  const range = subjectsFrom(prefix);
  const [single, keys] = await Promise.all([
    tx.objectStore('entries').index('finding').getAll(range),
    tx.objectStore('packs').index('subject').getAllKeys(range),
  ]);
  const together = await packed(tx, keys, (entry) => entry.finding.startsWith(prefix));
  return [...single, ...together].sort((a, b) =>
    a.finding < b.finding ? -1 : a.finding > b.finding ? 1 : 0,
  );
}

/** The entries of these ids, in any order; unknown ones are left out. */
export async function entriesNamed(tx: LogReader, ids: readonly string[]): Promise<Entry[]> {
  const loose = tx.objectStore('entries');
  const single = (await Promise.all(ids.map((id) => loose.get(id)))).filter((entry) => !!entry);
  if (single.length === ids.length) return single;
  const others = new Set(ids);
  for (const { _id } of single) others.delete(_id);
  const index = tx.objectStore('packs').index('id');
  const keys = await Promise.all([...others].map((id) => index.getKey(id)));
  return [...single, ...(await packed(tx, keys, (entry) => others.has(entry._id)))];
}

/** The entries that lie in one pack with this one, it included; none where it lies by itself. */
export async function entriesBeside(tx: LogReader, id: string): Promise<Entry[]> {
  const key = await tx.objectStore('packs').index('id').getKey(id);
  const pack = key === undefined ? undefined : await packAt(tx, key);
  return pack ? unpacked(pack) : [];
}

/** True when the log holds that entry. */
export async function holds(tx: LogReader, id: string): Promise<boolean> {
  const found = await Promise.all([
    tx.objectStore('entries').getKey(id),
    tx.objectStore('packs').index('id').getKey(id),
  ]);
  return found.some((key) => key !== undefined);
}

/** Packs read at once. */
const PACKS = 10;

/** The whole log in batches, each read in a transaction that `open` gives: what lies by itself by id, then the packs. */
export async function* logOf(open: () => Promise<LogReader>, size = 2_000): AsyncGenerator<Entry[]> {
  for (let range: IDBKeyRange | null = null; ; ) {
    const entries: Entry[] = await (await open()).objectStore('entries').getAll(range, size);
    if (entries.length > 0) yield entries;
    if (entries.length < size) break;
    range = IDBKeyRange.lowerBound(entries.at(-1)!._id, true);
  }
  for await (const packs of packsIn(open)) yield packs.flatMap((pack) => unpacked(pack));
}

/** All packs, some at a time. */
export async function* packsIn(open: () => Promise<LogReader>) {
  for (let range: IDBKeyRange | null = null; ; ) {
    const store = (await open()).objectStore('packs');
    const [packs, keys] = await Promise.all([store.getAll(range, PACKS), store.getAllKeys(range, PACKS)]);
    if (packs.length > 0) yield packs;
    if (packs.length < PACKS) return;
    range = IDBKeyRange.lowerBound(keys.at(-1)!, true);
  }
}

/** Of some packs, each read once, the entries that pass; `subjects` spares reading others than those. */
async function packed(
  tx: LogReader,
  keys: readonly (number | undefined)[],
  passes: (entry: Entry) => boolean,
  subjects?: ReadonlySet<string>,
): Promise<Entry[]> {
  const once = [...new Set(keys)].filter((key) => key !== undefined);
  const packs = await Promise.all(once.map((key) => packAt(tx, key)));
  return packs
    .flatMap((pack) => (pack ? unpacked(pack, subjects && ((subject) => subjects.has(subject))) : []))
    .filter(passes);
}

/** Packs that a connection read last. They never change, and whoever goes through the findings meets the same one again and again. */
const recent = new WeakMap<object, Map<number, Promise<Pack | undefined>>>();
const RECENT = 16;

function packAt(tx: LogReader, key: number): Promise<Pack | undefined> {
  const store = tx.objectStore('packs');
  const { db, mode } = store.transaction;
  // What a transaction has put itself may still come to nothing.
  if (mode !== 'readonly') return store.get(key);
  const packs = recent.get(db) ?? new Map<number, Promise<Pack | undefined>>();
  recent.set(db, packs);
  const pack = packs.get(key) ?? store.get(key);
  packs.delete(key);
  packs.set(key, pack);
  for (const oldest of packs.keys()) {
    if (packs.size <= RECENT) break;
    packs.delete(oldest);
  }
  pack.catch(() => packs.delete(key));
  return pack;
}

import { type LogReader, unawaited } from './database';
import type { FindingRow } from './row';

/** How many rows lie in one record. */
export const ROWS = 200;

/** Packs read at once where all are. */
const PACKS = 20;

/**
 * Rows that were made together, newest first, as one record: a list of 100,000 is read in hundreds of records. A pack is
 * never changed: a row that changes is put by itself into `findings`, which wins over its copy here. No row is in two packs.
 */
export interface RowPack {
  /** Of the first row: key and place of the pack. */
  id: string;
  order: number;
  ids: string[];
  orders: number[];
  deleted: boolean[];
  said: string[];
}

/** Packs rows of which none has been packed before. */
export function rowPacksOf(rows: FindingRow[]): RowPack[] {
  const ordered = [...rows].sort(newestFirst);
  const packs: RowPack[] = [];
  for (let start = 0; start < ordered.length; start += ROWS) {
    const some = ordered.slice(start, start + ROWS);
    packs.push({
      id: some[0]!.id,
      order: some[0]!.order,
      ids: some.map((row) => row.id),
      orders: some.map((row) => row.order),
      deleted: some.map((row) => row.deleted),
      said: some.map((row) => row.said),
    });
  }
  return packs;
}

/** The rows of a pack. */
export function rowsIn({ ids, orders, deleted, said }: RowPack): FindingRow[] {
  return ids.map((id, at) => ({ id, order: orders[at]!, deleted: deleted[at]!, said: said[at]! }));
}

/** The order of a list: the newest first, and always the same. */
export function newestFirst(a: FindingRow, b: FindingRow): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The present rows of some findings by id. */
export async function rowsOf(tx: LogReader, ids: readonly string[]): Promise<Map<string, FindingRow>> {
  const loose = tx.objectStore('findings');
  const rows = new Map<string, FindingRow>();
  for (const row of await Promise.all(ids.map((id) => loose.get(id)))) if (row) rows.set(row.id, row);
  const others = new Set(ids.filter((id) => !rows.has(id)));
  const packs = tx.objectStore('rows');
  const keys = await Promise.all([...others].map((id) => packs.index('row').getKey(id)));
  const once = [...new Set(keys)].filter((key) => key !== undefined);
  for (const pack of await Promise.all(once.map((key) => packs.get(key)))) {
    for (const row of pack ? rowsIn(pack) : []) if (others.has(row.id)) rows.set(row.id, row);
  }
  return rows;
}

/** Which of these findings have a row. */
export async function rowsKnown(tx: LogReader, ids: readonly string[]): Promise<string[]> {
  const loose = tx.objectStore('findings');
  const packs = tx.objectStore('rows').index('row');
  const found = await Promise.all(ids.map((id) => Promise.all([loose.getKey(id), packs.getKey(id)])));
  return ids.filter((_, at) => found[at]!.some((key) => key !== undefined));
}

/** The ids of all findings that have a row; reads all packs. */
export async function allRowsKnown(tx: LogReader): Promise<Set<string>> {
  const known = new Set<string>(await tx.objectStore('findings').getAllKeys());
  for (let range: IDBKeyRange | null = null; ; ) {
    const packs: RowPack[] = await tx.objectStore('rows').getAll(range, PACKS);
    for (const pack of packs) for (const id of pack.ids) known.add(id);
    if (packs.length < PACKS) return known;
    range = IDBKeyRange.lowerBound(packs.at(-1)!.id, true);
  }
}

/** Puts rows of findings that had none into the store `rows`. */
export function putRowPacks(store: { put(pack: RowPack): Promise<unknown> }, rows: FindingRow[]): void {
  for (const pack of rowPacksOf(rows)) unawaited(store.put(pack));
}

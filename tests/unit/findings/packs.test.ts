import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Entry, makeEntry } from '../../../utils/findings/entry';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { packsOf, unpacked } from '../../../utils/findings/pack';
import { rowOf } from '../../../utils/findings/row';
import { openStore, type Store } from '../../../utils/findings/store';
import { entriesBy } from '../../lib/entries';

const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

async function open(name: string = crypto.randomUUID()): Promise<Store> {
  const store = await openStore({ author: () => 'li', now: () => Date.UTC(2024, 4, 1), name });
  stores.push(store);
  return store;
}

const START = Date.UTC(2024, 3, 18);

/** An entry that names nobody: on which finding, when (seconds after the start) and what it says. */
function step(finding: string, second: number, fields: Record<string, string | boolean>): Entry {
  const hlc = tick(null, START + second * 1_000, 'device-2');
  return makeEntry({ finding, author: 'zhao', device: 'device-2', hlc, fields, prev: {} });
}

/** The database as version 3 laid it out: a record per entry and per row. */
async function older(name: string, entries: readonly Entry[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name, 3);
    opening.onupgradeneeded = () => {
      const { result } = opening;
      const log = result.createObjectStore('entries', { keyPath: '_id' });
      log.createIndex('finding', 'finding');
      const findings = result.createObjectStore('findings', { keyPath: 'id' });
      findings.createIndex('newest', ['order', 'id']);
      for (const store of ['blobs', 'pending', 'meta', 'outbox', 'refused']) result.createObjectStore(store);
      for (const entry of entries) {
        log.put(entry);
        findings.put(rowOf(fold([entry])!));
        opening.transaction!.objectStore('pending').put(entry.hlc, entry._id);
        opening.transaction!.objectStore('outbox').put(entry.finding, entry._id);
      }
      opening.transaction!.objectStore('meta').put(entries.length, 'count');
    };
    opening.onsuccess = () => resolve(opening.result);
  });
  db.close();
}

describe('packs', () => {
  it('hold every entry once, those about one subject together', () => {
    const entries = [...entriesBy('wang', 450, 'packs'), ...entriesBy('wang', 450, 'packs').slice(0, 30)].map(
      (entry, at) => (at < 450 ? entry : step(entry.finding, at, { note: `${at}` })),
    );
    const packs = packsOf(entries);
    expect(packs.length).toBeGreaterThan(1);
    const ids = (list: readonly Entry[]) => list.map(({ _id }) => _id).sort();
    expect(ids(packs.flatMap((pack) => unpacked(pack)))).toEqual(ids(entries));
    expect(packs.flatMap((pack) => pack.ids).sort()).toEqual(ids(entries));
    const subjects = packs.flatMap((pack) => pack.subjects);
    expect(new Set(subjects).size).toBe(subjects.length);
    const [first] = packs;
    const one = first!.subjects[1]!;
    expect(unpacked(first!, (subject) => subject === one).every((entry) => entry.finding === one)).toBe(true);
  });

  it('grow no larger than a record should be', () => {
    const large = Array.from({ length: 10 }, (_, at) => step(`f:${at}`, at, { note: 'x'.repeat(300_000) }));
    expect(packsOf(large).length).toBe(5);
  });
});

describe('a store whose findings came in packs', () => {
  it('edits, undoes, deletes and lists them like any other', async () => {
    const store = await open();
    await store.exchange.begin('e', 'li');
    const entries = entriesBy('wang', 300, 'edit');
    await store.exchange.receive('e', entries, 1);
    const ids = entries.slice(0, 3).map((entry) => entry.finding);
    const made = await store.edit(ids, { note: 'seen' });
    expect(made).toHaveLength(3);
    expect((await store.some(ids)).map((finding) => finding.note)).toEqual(['seen', 'seen', 'seen']);
    expect(await store.list()).toHaveLength(300);
    expect((await store.list()).filter((finding) => finding.note === 'seen')).toHaveLength(3);
    await store.undo(made.slice(0, 1).map((entry) => entry._id));
    expect((await store.get(ids[0]!))!.note).toBe('');
    await store.remove(ids.slice(0, 1));
    expect(await store.list()).toHaveLength(299);
    expect((await store.list({ deleted: true })).map((finding) => finding.id)).toEqual(ids.slice(0, 1));
    // What was packed can be taken back too.
    await store.undo([entries[5]!._id]);
    expect(await store.list()).toHaveLength(298);
    expect((await store.entriesOf(entries[5]!.finding)).map((entry) => entry.author)).toEqual(['wang', 'li']);
    await store.close();
  });

  it('takes no entry twice, be it in a page of the feed, in a small one or from a file', async () => {
    const store = await open();
    await store.exchange.begin('e', 'li');
    const entries = entriesBy('wang', 600, 'twice');
    await store.exchange.receive('e', entries, 1);
    for (const size of [1, 31, 60, 600]) {
      expect(await store.exchange.receive('e', entries.slice(-size), 2)).toBe(0);
      const merged = await store.merge(entries.slice(0, size), { filed: true });
      expect(merged).toEqual({ added: 0, known: size, refused: 0 });
    }
    const another = await open();
    expect(await another.merge(entries, { filed: true })).toMatchObject({ added: 600 });
    expect(await another.merge(entries, { filed: true })).toMatchObject({ added: 0, known: 600 });
  });

  it('sends what came from a file once a team is joined, and what comes later too', async () => {
    const store = await open();
    const mine = entriesBy('li', 80, 'filed');
    await store.merge(mine.slice(0, 40), { filed: true });
    await store.exchange.begin('e', 'li');
    expect(await store.exchange.outgoing(100)).toHaveLength(40);
    await store.merge(mine.slice(40), { filed: true });
    const outgoing = await store.exchange.outgoing(100);
    expect(outgoing.map(({ _id }) => _id).sort()).toEqual(mine.map(({ _id }) => _id).sort());
    expect(await store.pendingCount()).toBe(0);
    await store.exchange.settle(
      outgoing.slice(0, 79).map(({ _id }) => _id),
      new Map(),
    );
    // Joining elsewhere begins anew.
    await store.exchange.begin('elsewhere', 'li');
    expect(await store.exchange.outgoing(100)).toHaveLength(80);
  });

  it('sends what is packed pack by pack, beside what lies by itself, until nothing waits', async () => {
    const store = await open();
    const packed = entriesBy('li', 700, 'packed');
    const loose = entriesBy('li', 130, 'loose');
    await store.merge(packed, { filed: true });
    await store.merge(loose);
    await store.exchange.begin('e', 'li');
    const sent: string[] = [];
    const reads = vi.spyOn(IDBObjectStore.prototype, 'get');
    for (let batch = await store.exchange.outgoing(200); batch.length > 0; ) {
      expect(batch.length).toBeLessThanOrEqual(200);
      const ids = batch.map(({ _id }) => _id);
      sent.push(...ids);
      await store.exchange.settle(ids, new Map());
      batch = await store.exchange.outgoing(200);
    }
    const packsRead = reads.mock.contexts.filter(
      (object) => (object as IDBObjectStore).name === 'packs',
    ).length;
    reads.mockRestore();
    // Asked for by their ids, which come in no order, they would be read several hundred times.
    expect(packsRead).toBeLessThan(20);
    expect(new Set(sent).size).toBe(sent.length);
    expect([...sent].sort()).toEqual([...packed, ...loose].map(({ _id }) => _id).sort());
    expect(await store.exchange.outgoing(1)).toEqual([]);
  });

  it('lists newest first what lies in packs of overlapping times and by itself, whatever the pages', async () => {
    const arbitrary = fc.array(
      fc.record({ page: fc.nat(3), second: fc.nat(500), finding: fc.nat(150), gone: fc.boolean() }),
      { minLength: 40, maxLength: 400 },
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, fc.integer({ min: 1, max: 90 }), async (steps, first) => {
        const entries = steps.map(({ page, second, finding, gone }, at) => ({
          page,
          entry: step(`f:${finding}`, second, { note: `${at}`, ...(gone ? { deleted: true } : {}) }),
        }));
        const store = await open();
        await store.exchange.begin('e', 'li');
        for (let page = 0; page < 4; page++) {
          const some = entries.filter((one) => one.page === page).map((one) => one.entry);
          await store.exchange.receive('e', some, page);
        }
        const expected = [...new Set(steps.map(({ finding }) => `f:${finding}`))];
        const listed = [];
        for (const deleted of [false, true])
          for await (const rows of store.pages({ first, deleted })) {
            for (const [at, row] of rows.entries())
              if (at > 0) expect(rows[at - 1]!.createdAt >= row.createdAt).toBe(true);
            listed.push(...rows);
          }
        expect(listed.map(({ id }) => id).sort()).toEqual(expected.sort());
        for (const row of listed.slice(0, 20)) expect(row).toEqual(await store.get(row.id));
        await store.close();
      }),
      { numRuns: 25 },
    );
  });
});

describe('a database of version 3', () => {
  it('opens with all its findings, and goes on', async () => {
    const name = crypto.randomUUID();
    const entries = entriesBy('li', 2_300, 'older');
    await older(name, entries);
    const store = await open(name);
    const list = await store.list();
    expect(list.map(({ id }) => id)).toEqual(entries.map(({ finding }) => finding).reverse());
    expect(await store.pendingCount()).toBe(2_300);
    const [oldest] = entries;
    await store.edit([oldest!.finding], { note: 'after' });
    expect((await store.some([oldest!.finding]))[0]!.note).toBe('after');
    expect(await store.list()).toHaveLength(2_300);
    await store.exchange.begin('e', 'li');
    expect(await store.exchange.outgoing(3_000)).toHaveLength(2_301);
    // The endpoint's feed brings them back, with a step by somebody else.
    const feed = [...entries, step(entries[1]!.finding, 99_999, { note: 'theirs' })];
    expect(await store.exchange.receive('e', feed, 1)).toBe(1);
    expect((await store.get(entries[1]!.finding))!.note).toBe('theirs');
    expect(await store.list()).toHaveLength(2_300);
  }, 60_000);
});

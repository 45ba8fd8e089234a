import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeyValue, mirrorIn } from '../../../utils/findings/mirror';
import { openStore, type Store } from '../../../utils/findings/store';
import { say } from '../../../utils/words';

let clock = Date.UTC(2024, 3, 18);
let name = '';
let kept = new Map<string, unknown>();
let full = false;
let store: Store;

/** `storage.local` in memory: JSON only, like the real one. */
const storage: KeyValue = {
  async get(keys) {
    const wanted = keys === null ? [...kept.keys()] : [keys].flat();
    return Object.fromEntries(
      wanted.filter((key) => kept.has(key)).map((key) => [key, structuredClone(kept.get(key))]),
    );
  },
  async set(items) {
    if (full) throw new Error('QUOTA_BYTES');
    for (const [key, value] of Object.entries(items)) kept.set(key, JSON.parse(JSON.stringify(value)));
  },
  async remove(keys) {
    for (const key of [keys].flat()) kept.delete(key);
  },
  getKeys: async () => [...kept.keys()],
};

const open = async () => {
  store = await openStore({ author: () => '王', now: () => clock++, mirror: storage, name });
};

/** What a browser does to a database that it finds damaged. */
async function wipe(): Promise<void> {
  await store.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
}

const flag = (page: number, screenshot: Blob | null = null) =>
  store.record({
    fields: { url: `http://x.gov.cn/${page}` },
    time: new Date(clock).toISOString(),
    outcomes: [],
    screenshot,
    missing: say('none'),
  });

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  kept = new Map();
  full = false;
  await open();
});

afterEach(() => store.close());

it('renews the store of the copies once per run of the browser, even when it is full, and leaves nothing of that there', async () => {
  const written: string[] = [];
  const watched: KeyValue = {
    ...storage,
    set(items) {
      written.push(...Object.keys(items).filter((key) => key.includes('renewal')));
      return storage.set(items);
    },
  };
  const ran = new Map<string, unknown>();
  const session: KeyValue = {
    get: async (key) => ({ [String(key)]: ran.get(String(key)) }),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) ran.set(key, value);
    },
    remove: async () => {},
  };
  const again = async () => {
    await store.close();
    store = await openStore({ author: () => '王', now: () => clock++, mirror: watched, session, name });
  };
  await again();
  const once = written.length;
  expect(once).toBeGreaterThan(4);
  await again();
  expect(written).toHaveLength(once);
  ran.clear();
  full = true;
  await again();
  expect([...kept.keys()].filter((key) => key.includes('renewal'))).toEqual([]);
});

describe('after the browser has deleted the database', () => {
  it('everything is there again, screenshots included, and the reviewer is told', async () => {
    const shot = new Blob([new Uint8Array(100_000).map((_, index) => index)], { type: 'image/png' });
    const { finding } = await flag(1, shot);
    await flag(2);
    await store.edit([finding.id], { note: '批注' });
    const before = await store.list();
    await wipe();
    await open();
    expect(await store.list()).toEqual(before);
    const image = await store.getBlob(finding.evidences[0]!.screenshot!);
    expect(new Uint8Array(await image!.arrayBuffer())).toEqual(new Uint8Array(await shot.arrayBuffer()));
    expect(image!.type).toBe('image/png');
    expect(await store.recovery()).toMatchObject({ entries: 3, findings: 2, screenshots: 1, missing: 0 });
    await store.dismissRecovery();
    expect(await store.recovery()).toBeNull();
  });

  it('can be recovered again and again', async () => {
    await flag(1);
    for (let round = 2; round < 5; round++) {
      await wipe();
      await open();
      await flag(round);
      expect(await store.list()).toHaveLength(round);
    }
  });

  it('says how much a backup or the endpoint still holds', async () => {
    const { entry } = await flag(1);
    await flag(2);
    await store.acknowledge({ entries: [entry._id] });
    await wipe();
    await open();
    expect(await store.list()).toHaveLength(1);
    expect(await store.recovery()).toMatchObject({ entries: 1, missing: 1 });
    await store.dismissRecovery();
    await store.close();
    await open();
    expect(await store.recovery()).toBeNull();
  });

  it('adds up what is missing after a second loss that came before anybody read of the first', async () => {
    for (let loss = 0; loss < 2; loss++) {
      const { entry } = await flag(loss);
      await store.acknowledge({ entries: [entry._id] });
      await wipe();
      await open();
    }
    expect(await store.recovery()).toMatchObject({ entries: 0, missing: 2 });
  });

  it('says so too when nothing is left to restore, once', async () => {
    const { entry } = await flag(1);
    await store.acknowledge({ entries: [entry._id] });
    await wipe();
    await open();
    expect(await store.recovery()).toMatchObject({ entries: 0, missing: 1 });
    await store.dismissRecovery();
    await store.close();
    await open();
    expect(await store.recovery()).toBeNull();
  });

  it('refuses a copy that was tampered with', async () => {
    const { entry } = await flag(1);
    kept.set(`mirror/entry/${entry._id}`, { ...entry, author: 'mallory' });
    await wipe();
    await open();
    expect(await store.list()).toEqual([]);
    expect(await store.recovery()).toMatchObject({ entries: 0, missing: 1 });
  });
});

describe('after only the end of the database was lost', () => {
  it('brings back the last entry', async () => {
    await flag(1);
    const { entry } = await flag(2);
    await store.close();
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    await new Promise((resolve) => {
      const tx = db.transaction(['entries', 'findings', 'pending', 'meta'], 'readwrite');
      tx.objectStore('entries').delete(entry._id);
      tx.objectStore('findings').delete(entry.finding);
      tx.objectStore('pending').delete(entry._id);
      tx.objectStore('meta').put(1, 'count');
      tx.oncomplete = resolve;
    });
    db.close();
    await open();
    expect(await store.list()).toHaveLength(2);
    expect(await store.pending()).toHaveLength(2);
    expect(await store.recovery()).toMatchObject({ entries: 1, missing: 0 });
  });
});

describe('the mirror', () => {
  it('that fails does not fail the record, and catches up', async () => {
    full = true;
    await flag(1);
    full = false;
    await flag(2);
    await wipe();
    await open();
    expect(await store.list()).toHaveLength(2);
  });

  it('that failed once catches up though a screenshot could be copied since', async () => {
    full = true;
    await flag(1);
    full = false;
    await store.putBlob(new Blob(['x']));
    await flag(2);
    await wipe();
    await open();
    expect(await store.list()).toHaveLength(2);
  });

  it('that lost its own store is filled again on opening', async () => {
    await flag(1);
    await store.close();
    kept.clear();
    await open();
    await wipe();
    await open();
    expect(await store.list()).toHaveLength(1);
  });

  it('that lost the end of its own store is filled again on opening, screenshots included', async () => {
    const shot = new Blob(['x'], { type: 'image/png' });
    const before = new Map(kept);
    const { finding } = await flag(1, shot);
    await store.close();
    kept = before;
    await open();
    await wipe();
    await open();
    expect(await store.list()).toHaveLength(1);
    expect(await store.getBlob(finding.evidences[0]!.screenshot!)).not.toBeNull();
  });

  it('that lost a copy between others is filled again on opening', async () => {
    const { entry, finding } = await flag(1, new Blob(['x']));
    await flag(2);
    await store.close();
    kept.delete(`mirror/entry/${entry._id}`);
    kept.delete(`mirror/blob/${finding.evidences[0]!.screenshot}`);
    await open();
    await wipe();
    await open();
    expect(await store.list()).toHaveLength(2);
    expect(await store.getBlob(finding.evidences[0]!.screenshot!)).not.toBeNull();
  });

  it('forgets what an endpoint or backup holds, and does not copy what came from the endpoint', async () => {
    const shot = new Blob(['x']);
    const { entry, finding } = await flag(1, shot);
    expect(await store.pending()).toEqual([entry]);
    await store.acknowledge({ entries: [entry._id], blobs: [finding.evidences[0]!.screenshot!] });
    expect(await store.pending()).toEqual([]);
    expect([...kept.keys()].filter((key) => /entry|blob\//.test(key))).toEqual([]);

    const other = await openStore({ author: () => '李', now: () => clock++, name: `${name}-2` });
    await other.record({ fields: { url: 'http://y.gov.cn' }, time: '', outcomes: [], screenshot: null });
    const theirs = await other.pending();
    await other.close();
    expect(await store.merge(theirs, { held: true })).toEqual({ added: 1, known: 0, refused: 0 });
    expect(await store.pending()).toEqual([]);
    expect([...kept.keys()].filter((key) => key.includes('entry'))).toEqual([]);
  });

  it('keeps the newest screenshots within its budget', async () => {
    const mirror = mirrorIn(storage, 4_000);
    for (const sha of ['a', 'b', 'c', 'd', 'e']) await mirror.addBlob(sha, new Blob([sha.repeat(1_000)]));
    const texts = [];
    for await (const blob of mirror.blobs()) texts.push((await blob.text())[0]);
    expect(texts).toEqual(['b', 'c', 'd', 'e']);
    expect([...kept.keys()].filter((key) => key.startsWith('mirror/blob/'))).toHaveLength(4);
  });
});

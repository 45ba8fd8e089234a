import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../utils/findings/record';
import { openStore, type Store } from '../../../utils/findings/store';
import { say } from '../../../utils/words';

let clock = Date.UTC(2024, 3, 18, 1);
let name = '';
let store: Store;
let others: Store[] = [];

const open = (author = '王检查') => openStore({ author: () => author, now: () => clock++, name });

async function openAnother(author: string): Promise<Store> {
  const other = await open(author);
  others.push(other);
  return other;
}

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  store = await open();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([store, ...others].map((one) => one.close()));
  others = [];
});

const picture = (text = 'png') => new Blob([text], { type: 'image/png' });

function draft(change: Partial<Draft['fields']> = {}, more: Partial<Draft> = {}): Draft {
  return {
    fields: {
      url: 'http://www.demo.gov.cn/a.html?token=secret#top',
      pageTitle: '通知',
      check: 'last-update',
      ...change,
    },
    time: new Date(clock).toISOString(),
    outcomes: [{ check: 'last-update', kind: 'fail', reason: say('x'), clause: '两周' }],
    screenshot: picture(),
    ...more,
  };
}

describe('record', () => {
  it('keeps page, outcomes and screenshot, without the secrets of the address', async () => {
    const { finding, problem } = await store.record(draft());
    expect(problem).toBeNull();
    expect(finding).toMatchObject({
      url: 'http://www.demo.gov.cn/a.html#top',
      host: 'demo.gov.cn',
      pageTitle: '通知',
      status: 'suspected',
      author: '王检查',
    });
    const [evidence] = finding.evidences;
    expect(evidence!.outcomes).toHaveLength(1);
    expect(await (await store.getBlob(evidence!.screenshot!))!.text()).toBe('png');
    expect(await store.list()).toMatchObject([{ id: finding.id, evidences: [{ outcomes: [] }] }]);
  });

  it('makes one finding with two evidences of the same page and quote, and keeps the reviewer’s words', async () => {
    const { finding } = await store.record(draft({ quote: '通 知', note: 'first' }));
    await store.edit([finding.id], { note: 'mine', category: 'wording' });
    const again = await store.record(
      draft({
        url: 'https://www.demo.gov.cn/a.html',
        quote: '通 \n知',
        note: 'new',
        unit: '办公室',
        lastUpdated: '2024-01-01',
      }),
    );
    expect(again.finding.id).toBe(finding.id);
    expect(again.finding.evidences).toHaveLength(2);
    expect(again.finding).toMatchObject({ note: 'mine', unit: '办公室', lastUpdated: '2024-01-01' });
    expect(await store.list()).toHaveLength(1);
  });

  it('keeps the finding when the screenshot cannot be kept, and says why there is none', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'blobs') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const { finding, problem } = await store.record(draft());
    expect(problem?.key).toBe('findings.errors.quota');
    expect(finding.evidences).toMatchObject([
      { screenshot: null, missing: { key: 'findings.errors.quota' } },
    ]);
    expect(await store.list()).toHaveLength(1);
  });

  it('serves two tabs that record at the same moment without a conflict', async () => {
    const other = await openAnother('李复核');
    await Promise.all([
      store.record(draft()),
      other.record(draft()),
      store.record(draft()),
      other.record(draft()),
    ]);
    const [finding] = await store.list();
    expect(finding!.evidences).toHaveLength(4);
    expect(finding!.conflicts).toEqual([]);
  });
});

describe('edit, remove, undo', () => {
  it('takes back a first record, and a second one leaves the first', async () => {
    const first = await store.record(draft());
    const second = await store.record(draft());
    await store.undo([second.entry._id]);
    expect((await store.get(first.finding.id))!.evidences).toHaveLength(1);
    const undone = await store.undo([first.entry._id]);
    expect(await store.list()).toEqual([]);
    expect(await store.list({ deleted: true })).toHaveLength(1);
    await store.undo(undone.map((entry) => entry._id));
    expect(await store.list()).toHaveLength(1);
  });

  it('undoes a batch, but not what somebody changed since', async () => {
    const ids = [];
    for (const page of ['a', 'b'])
      ids.push((await store.record(draft({ url: `http://x.gov.cn/${page}` }))).finding.id);
    const batch = await store.edit(ids, { status: 'confirmed', unit: '甲' });
    await store.edit([ids[0]!], { unit: '乙' });
    await store.undo(batch.map((entry) => entry._id));
    const [a, b] = await Promise.all(ids.map((id) => store.get(id)));
    expect(a).toMatchObject({ status: 'suspected', unit: '乙' });
    expect(b).toMatchObject({ status: 'suspected', unit: '' });
  });

  it('brings back a deleted finding that is flagged again', async () => {
    const { finding } = await store.record(draft());
    await store.remove([finding.id]);
    expect(await store.list()).toEqual([]);
    await store.record(draft());
    expect(await store.list()).toHaveLength(1);
  });

  it('leaves no entry where nothing changes, and none on a finding that does not exist', async () => {
    const { finding } = await store.record(draft({ note: 'same' }));
    expect(await store.edit([finding.id, 'f:none'], { note: 'same' })).toEqual([]);
    expect(await store.entriesOf(finding.id)).toHaveLength(1);
  });
});

describe('reading', () => {
  it('lists newest first in growing batches', async () => {
    for (let page = 0; page < 25; page++) {
      clock += 1_000;
      await store.record(
        draft({ url: `http://x.gov.cn/${page}` }, { screenshot: null, missing: say('none') }),
      );
    }
    const batches = [];
    for await (const rows of store.pages({ first: 5 }))
      batches.push(rows.map((row) => Number(row.url.split('/').at(-1))));
    expect(batches.map((batch) => batch.length)).toEqual([5, 10, 10]);
    expect(batches.flat()).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));
  });

  it('is the same after closing and opening', async () => {
    const { finding } = await store.record(draft());
    await store.close();
    store = await open();
    expect(await store.get(finding.id)).toEqual(finding);
  });

  it('hears of changes, its own and those of another tab', async () => {
    const other = await openAnother('李复核');
    const heard = new Promise<string[]>((resolve) => other.subscribe(resolve));
    const own = vi.fn();
    const stop = store.subscribe(own);
    const { finding } = await store.record(draft());
    expect(await heard).toEqual([finding.id]);
    expect(own).toHaveBeenCalledExactlyOnceWith([finding.id]);
    stop();
    await store.edit([finding.id], { note: 'x' });
    expect(own).toHaveBeenCalledOnce();
  });
});

describe('merge', () => {
  it('adds the entries of another machine once, refuses forged ones, and shows a disagreement', async () => {
    const { finding } = await store.record(draft());
    const log = await store.entriesOf(finding.id);
    const elsewhere = await openStore({ author: () => '李', now: () => clock++, name: `${name}-2` });
    others.push(elsewhere);
    expect(await elsewhere.merge([...log, ...log])).toEqual({ added: 1, known: 1, refused: 0 });
    await elsewhere.edit([finding.id], { status: 'ignored' });
    await store.edit([finding.id], { status: 'confirmed' });
    const theirs = await elsewhere.entriesOf(finding.id);
    const forged = { ...theirs[0]!, author: 'mallory' };
    expect(await store.merge([...theirs, forged, null])).toEqual({ added: 1, known: 1, refused: 2 });
    expect((await store.get(finding.id))!.conflicts).toEqual(['status']);
    await store.edit([finding.id], { status: 'confirmed' });
    expect((await store.get(finding.id))!.conflicts).toEqual([]);
  });
});

describe('errors', () => {
  it.each([
    ['SecurityError', 'private'],
    ['InvalidStateError', 'private'],
    ['VersionError', 'newer'],
    ['UnknownError', 'open'],
    ['QuotaExceededError', 'quota'],
  ])('says what a %s on opening means: %s', async (error, kind) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', error);
    });
    await expect(open()).rejects.toMatchObject({
      name: 'StoreError',
      kind,
      sentence: say(`findings.errors.${kind}`),
    });
  });

  it('says so when another tab holds an older version, and opens once it lets go', async () => {
    const older = `test-${crypto.randomUUID()}`;
    const tab = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(older, 1);
      opening.onupgradeneeded = () => {
        const entries = opening.result.createObjectStore('entries', { keyPath: '_id' });
        entries.createIndex('finding', 'finding');
        const findings = opening.result.createObjectStore('findings', { keyPath: 'id' });
        findings.createIndex('newest', ['order', 'id']);
        for (const kind of ['blobs', 'pending', 'meta']) opening.result.createObjectStore(kind);
      };
      opening.onsuccess = () => resolve(opening.result);
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = openStore({ author: () => '王', now: () => clock++, name: older });
    const refused = expect(opening).rejects.toMatchObject({
      kind: 'blocked',
      sentence: say('findings.errors.blocked'),
    });
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    vi.runAllTimers();
    vi.useRealTimers();
    await refused;
    tab.close();
    const again = await openStore({ author: () => '王', now: () => clock++, name: older });
    expect(await again.list()).toEqual([]);
    await again.close();
  });

  it('rejects a full disk as quota and keeps what was there', async () => {
    const { finding } = await store.record(draft());
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.edit([finding.id], { note: 'x' })).rejects.toMatchObject({ kind: 'quota' });
    spy.mockRestore();
    expect(await store.list()).toMatchObject([{ note: '' }]);
  });
});

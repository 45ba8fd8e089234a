import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeEntry } from '../../../utils/findings/entry';
import { tick } from '../../../utils/findings/hlc';
import { openStore, type Store } from '../../../utils/findings/store';
import { unheldIn } from '../../../utils/report/autoBackup';
import { restore } from '../../../utils/report/backup';

const start = Date.UTC(2024, 3, 18);
let clock = start;
let store: Store;
const open = () => openStore({ author: () => '王', now: () => clock++, name: `test-${crypto.randomUUID()}` });
const later = (ms: number) => new Date(start + ms).toISOString();

beforeEach(async () => {
  clock = start;
  store = await open();
});
afterEach(() => store.close());

const flag = (page: number) =>
  store.record({
    fields: { url: `http://x.gov.cn/${page}` },
    time: later(0),
    outcomes: [],
    screenshot: new Blob([`shot ${page}`], { type: 'image/jpeg' }),
  });

it('holds what no earlier file holds; all files together are everything', async () => {
  await flag(1);
  const first = (await unheldIn(store, later(1_000)))!;
  await store.acknowledge(first);
  expect(await unheldIn(store, later(2_000))).toBeNull();
  await flag(2);
  const second = (await unheldIn(store, later(3_000)))!;
  expect(second.entries).toHaveLength(1);
  expect(second.blobs).toHaveLength(1);

  const other = await open();
  for (const { file } of [second, first])
    expect(await restore(other, file)).toMatchObject({ added: 1, files: 1 });
  expect(await other.list()).toEqual(await store.list());
  // The file is their second copy: nothing has to be backed up again.
  expect(await other.pendingCount()).toBe(0);
  await other.close();
});

it('waits for a picture that is still being stored, and not for one that never comes', async () => {
  const entry = makeEntry({
    finding: 'f:1',
    author: '王',
    device: 'd',
    hlc: tick(null, start, 'd'),
    fields: { 'evidence/1': { time: later(0), screenshot: 'a'.repeat(64), html: null } },
    prev: {},
  });
  await store.merge([entry]);
  expect(await unheldIn(store, later(1_000))).toBeNull();
  expect(await unheldIn(store, later(61_000))).toMatchObject({ entries: [entry._id], blobs: [] });
});

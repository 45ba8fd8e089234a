import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Files } from '../../../components/workbench/files';
import { makeEntry } from '../../../utils/findings/entry';
import { tick } from '../../../utils/findings/hlc';
import { openStore, type Store } from '../../../utils/findings/store';
import { writeBackup } from '../../../utils/report/backup';

const downloads: string[] = [];
vi.mock('../../../components/workbench/download', () => ({
  download: (_: Blob, name: string) => downloads.push(name),
}));
vi.mock('../../../components/shared/words', () => ({
  t: (key: string) => key,
  words: ({ key }: { key: string }) => key,
}));

let store: Store;
beforeEach(async () => {
  downloads.length = 0;
  store = await openStore({ author: () => '王', now: Date.now, name: `test-${crypto.randomUUID()}` });
});
afterEach(() => store.close());

const made = '2024-04-18T01:00:00.000Z';

function entriesOf(count: number) {
  return Array.from({ length: count }, (_, index) =>
    makeEntry({
      finding: `f:${index}`,
      author: '李',
      device: 'd',
      hlc: tick(null, 1.7e12 + index, 'd'),
      fields: { pageTitle: `第${index}条` },
      prev: {},
    }),
  );
}

async function fileOf(count: number, name = 'review.zip'): Promise<File> {
  const pieces: BlobPart[] = [];
  for await (const piece of writeBackup({ entries: [entriesOf(count)], files: [] }, made))
    pieces.push(new Uint8Array(piece));
  return new File(pieces, name);
}

it('hands over a file piece by piece, and tells how far it is', async () => {
  const files = new Files();
  const seen: number[] = [];
  await files.handOver(
    store,
    ({ progress }) => ({
      name: 'ledger.csv',
      type: 'text/csv',
      large: false,
      pieces: (function* () {
        for (const done of [100, 200]) {
          progress(done);
          seen.push(files.task.value!.done, files.task.value!.total);
          yield 'x';
        }
      })(),
    }),
    300,
  );
  expect(seen).toEqual([100, 300, 200, 300]);
  expect(downloads).toEqual(['ledger.csv']);
  expect(files.task.value).toBeNull();
});

it('saves nothing when it is stopped half-way', async () => {
  const files = new Files();
  let made = 0;
  await files.handOver(
    store,
    () => ({
      name: 'ledger.csv',
      type: 'text/csv',
      large: false,
      pieces: (function* () {
        for (; made < 1_000; made++) {
          if (made === 3) files.task.value!.stop.abort();
          yield 'x';
        }
      })(),
    }),
    1_000,
  );
  expect(made).toBe(3);
  expect(downloads).toEqual([]);
  expect(files.outcome.value).toMatchObject({ key: 'handover.stopped' });
  expect(files.task.value).toBeNull();
});

it('merges several files at once, names the one that is not ours, and keeps what a stopped merge has added', async () => {
  const files = new Files();
  const foreign = new File(['PK'], 'other.zip');
  const several = await files.restore(store, [await fileOf(2), foreign, await fileOf(3)]);
  expect(several.told).toMatchObject([{ key: 'handover.restored', args: [3, 2, 0] }]);
  expect(several.problem).toMatchObject({ key: 'handover.notABackup', args: ['other.zip'] });

  const large = await fileOf(5_000);
  const merge = files.restore(store, [large]);
  const stop = files.task.subscribe((task) => {
    if (task && task.done >= 2_000) task.stop.abort();
  });
  expect((await merge).told).toMatchObject([{ key: 'handover.restoreStopped' }]);
  stop();
  expect(await store.list()).toHaveLength(2_000);
  expect((await files.restore(store, [large])).told).toMatchObject([{ args: [3_000, 2_000, 0] }]);
});

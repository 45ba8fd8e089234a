import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../utils/findings/store';
import { backupOf, NotABackup, restore, writeBackup } from '../../../utils/report/backup';

let clock = Date.UTC(2024, 3, 18);
const opened: Store[] = [];

async function open(author: string): Promise<Store> {
  const store = await openStore({
    author: () => author,
    now: () => clock++,
    name: `test-${crypto.randomUUID()}`,
  });
  opened.push(store);
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

const flag = (store: Store, page: number, image: string | null = null) =>
  store.record({
    fields: { url: `http://x.gov.cn/${page}`, pageTitle: '通知"1"\n第二行' },
    time: new Date(clock).toISOString(),
    outcomes: [],
    screenshot: image ? new Blob([image], { type: 'image/jpeg' }) : null,
  });

async function saved(store: Store): Promise<Blob> {
  const { pieces, held } = backupOf(store, '2024-04-18T01:00:00.000Z');
  const parts: BlobPart[] = [];
  for await (const piece of pieces) parts.push(new Uint8Array(piece));
  await store.acknowledge(held);
  return new Blob(parts);
}

describe('a backup', () => {
  it('brings everything into an empty store', async () => {
    const store = await open('甲');
    const { finding } = await flag(store, 1, 'x'.repeat(200_000));
    await flag(store, 2, 'y');
    await store.edit([finding.id], { note: '批注' });
    const other = await open('甲');
    expect(await restore(other, await saved(store))).toEqual({
      added: 3,
      known: 0,
      refused: 0,
      files: 2,
      damaged: 0,
    });
    expect(await store.pending()).toEqual([]);
    expect(await other.list()).toEqual(await store.list());
    const blob = await other.getBlob(finding.evidences[0]!.screenshot!);
    expect(await blob!.text()).toBe('x'.repeat(200_000));
    expect(blob!.type).toBe('image/jpeg');
  });

  it('is merged into what is there: nothing is overwritten, nothing doubled, in any order', async () => {
    const a = await open('甲');
    const { finding } = await flag(a, 1);
    const b = await open('乙');
    await restore(b, await saved(a));
    await a.edit([finding.id], { note: '甲的批注' });
    await b.edit([finding.id], { unit: '乙填的单位' });
    await flag(b, 2);
    const [fromA, fromB] = [await saved(a), await saved(b)];
    await restore(a, fromB);
    await restore(b, fromA);
    await restore(b, fromA);
    expect(await a.list()).toEqual(await b.list());
    expect(await a.get(finding.id)).toMatchObject({ note: '甲的批注', unit: '乙填的单位', conflicts: [] });
    expect(await a.list()).toHaveLength(2);
  });

  it('that was cut off gives what is whole', async () => {
    const store = await open('甲');
    await flag(store, 1, 'a'.repeat(50_000));
    const file = await saved(store);
    const other = await open('甲');
    await restore(other, file.slice(0, file.size - 30_000));
    expect(await other.list()).toHaveLength(1);
  });

  it('with a forged entry or a swapped screenshot is merged without them', async () => {
    const store = await open('甲');
    const { entry } = await flag(store, 1);
    const sha = '0'.repeat(64);
    const content = {
      entries: [[{ ...entry, author: '别人' }]],
      files: [{ sha, blob: new Blob(['swapped']) }],
    };
    const parts: BlobPart[] = [];
    for await (const piece of writeBackup(content, '2024-04-18T01:00:00.000Z'))
      parts.push(new Uint8Array(piece));
    const other = await open('乙');
    expect(await restore(other, new Blob(parts))).toMatchObject({
      added: 0,
      refused: 1,
      files: 0,
      damaged: 1,
    });
    expect(await other.getBlob(sha)).toBeNull();
  });

  it.each([
    ['no ZIP', new Blob(['hello'])],
    ['empty', new Blob([])],
  ])('is refused when it is %s', async (_, file) => {
    const store = await open('甲');
    await expect(restore(store, file)).rejects.toThrow(NotABackup);
  });
});

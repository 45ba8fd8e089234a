import { afterEach, describe, expect, it } from 'vitest';
import { makeEntry } from '../../../utils/findings/entry';
import { tick } from '../../../utils/findings/hlc';
import { openStore, type Store } from '../../../utils/findings/store';

/** A larger run prints its times: `VITE_FINDINGS=100000 npx vitest run --project browser tests/browser/findings`. */
const FINDINGS = Number(import.meta.env.VITE_FINDINGS ?? 5_000);
const BATCH = 2_000;

const opened: { store: Store; name: string }[] = [];

async function open(): Promise<Store> {
  const name = `test-${crypto.randomUUID()}`;
  const store = await openStore({ author: () => '王', now: Date.now, name });
  opened.push({ store, name });
  return store;
}

afterEach(async () => {
  for (const { store, name } of opened.splice(0)) {
    await store.close();
    indexedDB.deleteDatabase(name);
  }
});

function entryOf(index: number) {
  const fields = {
    url: `http://www.yunhe-demo.gov.cn/col/col${index % 500}/art/${index}.html`,
    pageTitle: `关于做好第${index}项工作的通知`,
    site: `第${index % 300}个网站`,
    category: index % 3 ? 'stale' : 'wording',
    description: '超过两周未更新，最近一条为2024年3月1日。',
    'evidence/1': {
      time: '2024-04-18T01:00:00.000Z',
      screenshot: null,
      type: '',
      missing: null,
      html: null,
      outcomes: [],
    },
  };
  return makeEntry({
    finding: `f:${index}`,
    author: '王',
    device: 'd',
    hlc: tick(null, 1.7e12 + index, 'd'),
    fields,
    prev: {},
  });
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await work(), Math.round(performance.now() - start)];
}

describe('the store in a real browser', () => {
  it('keeps pictures as they are, and a finding that is recorded while another tab writes', async () => {
    const store = await open();
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const draft = {
      fields: { url: 'http://x.gov.cn/a' },
      time: new Date().toISOString(),
      outcomes: [],
      screenshot: new Blob([bytes], { type: 'image/jpeg' }),
    };
    const other = await openStore({ author: () => '李', now: Date.now, name: opened[0]!.name });
    await Promise.all([store.record(draft), other.record(draft), store.record(draft)]);
    await other.close();
    const [finding] = await store.list();
    expect(finding!.evidences).toHaveLength(3);
    expect(finding!.conflicts).toEqual([]);
    const kept = await store.getBlob(finding!.evidences[0]!.screenshot!);
    expect(new Uint8Array(await kept!.arrayBuffer())).toEqual(bytes);
    expect(kept!.type).toBe('image/jpeg');
  });

  it(`shows the first of ${FINDINGS} findings without reading the others`, {
    timeout: 60_000 + FINDINGS * 10,
  }, async () => {
    const store = await open();
    const [, filled] = await timed(async () => {
      for (let start = 0; start < FINDINGS; start += BATCH) {
        const count = Math.min(BATCH, FINDINGS - start);
        await store.merge(Array.from({ length: count }, (_, index) => entryOf(start + index)));
      }
    });
    const [first, firstRows] = await timed(async () => {
      for await (const rows of store.pages()) return rows;
      return [];
    });
    expect(first.slice(0, 3).map((row) => row.id)).toEqual([1, 2, 3].map((back) => `f:${FINDINGS - back}`));
    const [all, listed] = await timed(() => store.list());
    expect(new Set(all.map((row) => row.id)).size).toBe(FINDINGS);
    const draft = {
      fields: { url: 'http://x.gov.cn/neu' },
      time: '',
      outcomes: [],
      screenshot: new Blob(['x'.repeat(200_000)]),
    };
    const [{ finding }, recorded] = await timed(() => store.record(draft));
    const [entries, edited] = await timed(() =>
      store.edit(
        all.slice(0, 1_000).map((row) => row.id),
        { status: 'confirmed' },
      ),
    );
    expect(entries).toHaveLength(1_000);
    expect((await store.get(finding.id))!.evidences).toHaveLength(1);
    console.log(
      JSON.stringify({ findings: FINDINGS, ms: { filled, firstRows, listed, recorded, edited1000: edited } }),
    );
    // Reading all takes far longer than the first rows: they must not wait for it.
    expect(firstRows).toBeLessThan(listed);
  });
});

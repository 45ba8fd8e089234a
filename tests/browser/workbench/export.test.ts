import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Place, placeFor } from '../../../components/workbench/export/place';
import { save } from '../../../components/workbench/export/save';
import { makeEntry } from '../../../utils/findings/entry';
import type { Finding } from '../../../utils/findings/finding';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { viewOf } from '../../../utils/findings/view';
import { LEDGER } from '../../../utils/report/columns';
import { cellsOf, csv, unguarded } from '../../../utils/report/csv';
import { findingsJson } from '../../../utils/report/json';

const FINDINGS = 100_000;
const BATCH = 500;
const made = '2024-04-18T01:00:00.000Z';
const words = ({ key }: { key: string }) => key;

/** Texts that break careless tables: formulas, quotes, separators, line ends. */
const ODD = [
  '=1+1',
  '他说：“建全”，又说 "健全"',
  '一,二;三',
  '第一行\n第二行\r\n第三行',
  '\t@SUM(A1)',
  "'=x",
];

const template = viewOf(
  fold([
    makeEntry({
      finding: 'f:0',
      author: '王检查',
      device: 'd',
      hlc: tick(null, Date.UTC(2024, 3, 18), 'd'),
      fields: { url: 'http://www.yunhe-demo.gov.cn/', category: 'wording' },
      prev: {},
    }),
  ])!,
);

function findingAt(index: number): Finding {
  return {
    ...template,
    id: `f:${index}`,
    url: `http://www.yunhe-demo.gov.cn/xw/tzgg/${index}.html`,
    pageTitle: `第${index}号公告：关于有关事项的通知`,
    quote: ODD[index % ODD.length]!,
    sentence: `${ODD[(index + 1) % ODD.length]}，共 ${index} 处`,
  };
}

function* batches(count = FINDINGS): Generator<Finding[]> {
  for (let start = 0; start < count; start += BATCH)
    yield Array.from({ length: BATCH }, (_, index) => findingAt(start + index));
}

const table = () => csv(LEDGER, batches(), { words });
const NAME = '读网台账.csv';

/** The folder in which the browser's dialog puts the file here; a real one of the browser, without its dialog. */
let folder: FileSystemDirectoryHandle;
const names = async () => {
  const found: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) found.push(name);
  return found;
};
let downloaded: Blob[] = [];

beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('chosen', { recursive: true }).catch(() => {});
  folder = await root.getDirectoryHandle('chosen', { create: true });
  downloaded = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    downloaded.push(blob as Blob);
    return 'blob:none';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The dialog makes an empty file where the reviewer says. */
function answerDialog(): void {
  vi.stubGlobal('showSaveFilePicker', ({ suggestedName }: { suggestedName: string }) =>
    folder.getFileHandle(suggestedName, { create: true }),
  );
}

const chosen = async () => (await folder.getFileHandle(NAME)).getFile();

describe.each([
  ['where the reviewer chose', answerDialog, chosen],
  [
    'among the downloads',
    () => vi.stubGlobal('showSaveFilePicker', undefined),
    async () => downloaded[0] as Blob,
  ],
])('a large file %s', (_, prepare, read) => {
  const place = async () => (await placeFor(NAME, 'text/csv', true)) as Place;

  it(`of ${FINDINGS} findings reads back equal with another program`, async () => {
    prepare();
    await save(table(), await place(), new AbortController().signal);
    const text = (await (await read()).text()).replace(/^\uFEFF/, '');
    const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(FINDINGS + 1);
    const other = data
      .slice(1)
      .findIndex((cells, index) =>
        cellsOf(LEDGER, findingAt(index), index, { words }).some(
          (cell, at) => cell !== unguarded(cells[at]!),
        ),
      );
    expect(other).toBe(-1);
  });

  it('as JSON reads back equal', async () => {
    prepare();
    const pieces = findingsJson(batches(5_000), made, () => false);
    await save(pieces, await place(), new AbortController().signal);
    const { findings } = JSON.parse(await (await read()).text()) as { findings: object[] };
    expect(findings).toHaveLength(5_000);
    const other = findings.findIndex(
      (one, index) => JSON.stringify(one) !== JSON.stringify({ ...findingAt(index), unverified: false }),
    );
    expect(other).toBe(-1);
  });

  it('leaves nothing when it is stopped half-way, nor when it fails', async () => {
    prepare();
    const stop = new AbortController();
    let made = 0;
    async function* stopping(): AsyncGenerator<string> {
      for await (const piece of table()) {
        if (++made === 60) stop.abort();
        yield piece;
      }
    }
    await expect(save(stopping(), await place(), stop.signal)).rejects.toThrow(/abort/i);
    expect(made).toBe(60);
    expect([await names(), downloaded]).toEqual([[], []]);

    async function* failing(): AsyncGenerator<string> {
      yield 'x'.repeat(2 ** 23);
      throw new Error('the disk is full');
    }
    const failed = save(failing(), await place(), new AbortController().signal);
    await expect(failed).rejects.toThrow('the disk is full');
    expect([await names(), downloaded]).toEqual([[], []]);
  });
});

it('makes no file when the reviewer chooses no place, and downloads where the browser may not ask', async () => {
  const refuse = (name: string) => () => Promise.reject(new DOMException('no', name));
  vi.stubGlobal('showSaveFilePicker', refuse('AbortError'));
  expect(await placeFor(NAME, 'text/csv', true)).toBeNull();
  vi.stubGlobal('showSaveFilePicker', refuse('NotAllowedError'));
  expect(await placeFor(NAME, 'text/csv', true)).toMatchObject({ name: null });
});

it('asks nothing about a small file', async () => {
  answerDialog();
  await save(['a', 'b'], (await placeFor(NAME, 'text/csv', false)) as Place, new AbortController().signal);
  expect(await names()).toEqual([]);
  expect(await downloaded[0]!.text()).toBe('ab');
});

import { strFromU8, strToU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeEntry } from '../../../utils/findings/entry';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { sha256Blob } from '../../../utils/findings/sha256';
import { viewOf } from '../../../utils/findings/view';
import { evidencePackage } from '../../../utils/report/evidence';
import { type PackedFile, verifyPackage } from '../../../utils/report/verify';

const image = new Blob(['jpeg'.repeat(1_000)], { type: 'image/jpeg' });
const html = new Blob(['<p>通知</p>'], { type: 'text/html' });
let packed: Record<string, Uint8Array> = {};
let shot = '';

beforeAll(async () => {
  shot = await sha256Blob(image);
  const fields = {
    url: 'http://x.gov.cn/a',
    pageTitle: '通知 "1"\n第二行 😀',
    daysSince: 15,
    'evidence/1': {
      time: '2024-04-18T01:00:00.000Z',
      screenshot: shot,
      type: 'image/jpeg',
      html: await sha256Blob(html),
      outcomes: [],
    },
    'evidence/2': {
      time: '2024-04-19T01:00:00.000Z',
      screenshot: 'f'.repeat(64),
      type: 'image/jpeg',
      html: null,
      outcomes: [],
    },
  };
  const entry = makeEntry({
    finding: 'f:1',
    author: '王',
    device: 'd',
    hlc: tick(null, Date.UTC(2024, 3, 18), 'd'),
    fields,
    prev: {},
  });
  const blobs = new Map([
    [shot, image],
    [await sha256Blob(html), html],
  ]);
  const pieces: Uint8Array[] = [];
  const env = {
    made: '2024-04-20T00:00:00.000Z',
    tool: 'Duwang 0.1.0',
    language: 'zh-CN',
    words: ({ key }: { key: string }) => (key.endsWith('title') ? '</script><b>' : key),
    entriesOf: async () => [entry],
    unverified: () => false,
    getBlob: async (sha: string) => blobs.get(sha) ?? null,
  };
  for await (const piece of evidencePackage([viewOf(fold([entry])!)], env)) pieces.push(piece);
  packed = unzipSync(new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer()));
});

const files = (change: Record<string, string | null> = {}): PackedFile[] =>
  Object.entries({
    ...packed,
    ...Object.fromEntries(
      Object.entries(change).map(([path, text]) => [path, text === null ? null : strToU8(text)]),
    ),
  })
    .filter((file): file is [string, Uint8Array] => file[1] !== null)
    .map(([path, bytes]) => ({ path, bytes: new Uint8Array(bytes) }));

/** As verify.html checks it, which knows the hash of the manifest that it was packed with. */
const verify = async (changed: PackedFile[]) =>
  verifyPackage(changed, await sha256Blob(new Blob([new Uint8Array(packed['manifest.json']!)])));

const imagePath = () => `screenshots/${shot.slice(0, 16)}.jpg`;

describe('an evidence package', () => {
  it('holds ledger, images, pages, records and a page that checks them', async () => {
    expect(Object.keys(packed)).toEqual([
      'ledger.csv',
      'entries.ndjson',
      imagePath(),
      expect.stringMatching(/^pages\/\w{16}\.html$/),
      'manifest.json',
      'verify.html',
    ]);
    expect(strFromU8(packed['ledger.csv']!)).toContain(imagePath());
    expect(JSON.parse(strFromU8(packed['manifest.json']!)).absent).toEqual([
      `screenshots/${'f'.repeat(16)}.jpg`,
    ]);
    expect(strFromU8(packed['verify.html']!).match(/<\/script>/g)).toHaveLength(1);
  });

  it('is intact as exported', async () => {
    expect(await verify(files())).toEqual({
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      checked: 4,
      changed: [],
      missing: [],
      extra: [],
      forged: [],
      loose: [],
    });
  });

  it('shows a swapped image, a changed ledger, a missing and an additional file', async () => {
    expect(await verify(files({ [imagePath()]: 'other' }))).toMatchObject({ changed: [imagePath()] });
    expect(await verify(files({ 'ledger.csv': '' }))).toMatchObject({ changed: ['ledger.csv'] });
    expect(await verify(files({ [imagePath()]: null }))).toMatchObject({ missing: [imagePath()] });
    expect(await verify(files({ 'x.jpg': '' }))).toMatchObject({ extra: ['x.jpg'] });
  });

  it('shows a manifest that was changed, also beyond reading', async () => {
    const manifest = strFromU8(packed['manifest.json']!);
    const later = manifest.replace('"made": "2024', '"made": "2025');
    expect(later).not.toBe(manifest);
    expect(await verify(files({ 'manifest.json': later }))).toMatchObject({
      changed: ['manifest.json'],
      checked: 4,
    });
    expect(await verify(files({ 'manifest.json': manifest.slice(1) }))).toMatchObject({
      changed: ['manifest.json'],
      checked: 0,
    });
    await expect(verify(files({ 'manifest.json': null }))).rejects.toThrow('manifest.json');
  });

  it('shows a record that was rewritten together with manifest and page, and the image that it no longer names', async () => {
    const entries = strFromU8(packed['entries.ndjson']!).replace('"daysSince":15', '"daysSince":1');
    const manifest = JSON.parse(strFromU8(packed['manifest.json']!));
    const listed = manifest.files.find((file: { path: string }) => file.path === 'entries.ndjson');
    listed.sha256 = await sha256Blob(new Blob([entries]));
    const rewritten = JSON.stringify(manifest);
    const verdict = await verifyPackage(
      files({ 'entries.ndjson': entries, 'manifest.json': rewritten }),
      await sha256Blob(new Blob([rewritten])),
    );
    expect(verdict.changed).toEqual([]);
    expect(verdict.forged).toHaveLength(1);
    expect(verdict.loose).toContain(imagePath());
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEntry } from '../../utils/findings/entry';
import { fold } from '../../utils/findings/fold';
import { tick } from '../../utils/findings/hlc';
import { sha256Blob } from '../../utils/findings/sha256';
import { viewOf } from '../../utils/findings/view';
import { evidencePackage } from '../../utils/report/evidence';

const folder = mkdtempSync(join(tmpdir(), 'duwang-evidence-'));
let browser: Browser;
let image = '';

beforeAll(async () => {
  const blob = new Blob(['jpeg'], { type: 'image/jpeg' });
  const screenshot = await sha256Blob(blob);
  image = `screenshots/${screenshot.slice(0, 16)}.jpg`;
  const evidence = {
    time: '2024-04-18T01:00:00.000Z',
    screenshot,
    type: 'image/jpeg',
    html: null,
    outcomes: [],
  };
  const fields = { url: 'http://x.gov.cn/a', 'evidence/1': evidence };
  const hlc = tick(null, Date.UTC(2024, 3, 18), 'd');
  const entry = makeEntry({ finding: 'f:1', author: '王', device: 'd', hlc, fields, prev: {} });
  const pieces: BlobPart[] = [];
  const env = {
    made: '2024-04-20T00:00:00.000Z',
    tool: 'test',
    language: 'zh-CN',
    words: ({ key }: { key: string }) => key,
    unverified: () => false,
    entriesOf: async () => [entry],
    getBlob: async () => blob,
  };
  for await (const piece of evidencePackage([viewOf(fold([entry])!)], env))
    pieces.push(new Uint8Array(piece));
  const files = unzipSync(new Uint8Array(await new Blob(pieces).arrayBuffer()));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens verify.html from disk, chooses the folder and reads the answer. */
async function check(): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`file://${folder}/verify.html`);
  const input = (await page.$('input[type=file]'))!;
  await input.uploadFile(folder);
  await page.waitForFunction(`document.querySelector('#result').textContent !== ''`);
  const text = await page.evaluate(
    `document.querySelector('#result').textContent + document.querySelector('#details').innerText`,
  );
  await page.close();
  return text as string;
}

/** Changes one byte of a file of the package, checks it, and puts the byte back. */
async function checkWithout(path: string, at: (bytes: Buffer) => number): Promise<string> {
  const file = join(folder, path);
  const whole = readFileSync(file);
  const bytes = Buffer.from(whole);
  bytes[at(whole)]! ^= 1;
  writeFileSync(file, bytes);
  const said = await check();
  writeFileSync(file, whole);
  return said;
}

it('verify.html checks an unpacked package offline, and says which file has another byte', async () => {
  const intact = /^evidence\.verify\.intact.*evidence\.verify\.checked3/s;
  const broken = (path: string) =>
    new RegExp(`^evidence\\.verify\\.broken.*evidence\\.verify\\.changed\\s+${path}\\s*(evidence|$)`, 's');
  expect(await check()).toMatch(intact);
  expect(await checkWithout(image, () => 2)).toMatch(broken('screenshots/\\S+\\.jpg'));
  expect(await checkWithout('ledger.csv', (bytes) => bytes.length - 5)).toMatch(broken('ledger\\.csv'));
  // A digit of the day on which it was made, and a brace without which it is no JSON.
  const made = (bytes: Buffer) => bytes.indexOf('2024-04-20');
  expect(await checkWithout('manifest.json', made)).toMatch(broken('manifest\\.json'));
  expect(await checkWithout('manifest.json', () => 0)).toMatch(broken('manifest\\.json'));
  expect(await checkWithout('entries.ndjson', () => 0)).toMatch(
    /changed\s+entries\.ndjson.*forged\s+entries\.ndjson:1/s,
  );
  expect(await check()).toMatch(intact);
});

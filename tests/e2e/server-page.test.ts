import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpointOf } from '../../utils/sync/endpoint';
import { PASSWORD, startEndpoint } from '../lib/endpoint';
import { entriesBy } from '../lib/entries';
import { environment } from './harness/common';

let server: Awaited<ReturnType<typeof startEndpoint>>;
let browser: Browser;
const downloads = mkdtempSync(join(tmpdir(), 'duwang-'));

beforeAll(async () => {
  server = await startEndpoint([['王检查', 'gov', 'reviewer']]);
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
    env: environment,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(downloads, { recursive: true });
});

it('the endpoint’s page shows a team’s findings and hands out the ledger', async () => {
  const entries = entriesBy('王检查', 250);
  await endpointOf(server.account('王检查'), { fetch }).push(entries);
  const page = await browser.newPage();
  await page.authenticate({ username: '王检查', password: PASSWORD });
  const response = await page.goto(server.url);
  expect(response!.status()).toBe(200);
  expect(await page.$eval('tbody', (rows) => rows.textContent)).toMatch(/gov\s*检查员\s*250\s*250/);
  await page.click('a[href="/_export/gov.csv"]');
  const saved = () => readdirSync(downloads).filter((name) => name === 'gov.csv');
  await expect.poll(saved, { timeout: 20_000 }).toHaveLength(1);
  const lines = readFileSync(join(downloads, 'gov.csv'), 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(251);
  expect(lines[0]).toContain('"序号","责任单位"');
});

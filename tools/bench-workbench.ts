/**
 * `npm run bench:workbench -- [N]`: fills the built extension's workbench with N findings (10,000) through 恢复或合并 and
 * measures what a reviewer waits for. Figures depend on the machine; compare them within one run.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { startDemo } from '../demo/server';
import { launch } from '../tests/e2e/harness/browser';
import { takeFromMenu } from '../tests/e2e/harness/workbench';
import { makeEntry } from '../utils/findings/entry';
import { findingId } from '../utils/findings/finding';
import { tick } from '../utils/findings/hlc';
import { writeBackup } from '../utils/report/backup';

const count = Number(process.argv[2] ?? 10_000);
const start = Date.UTC(2024, 3, 1);
const units = ['市公安局', '市住房和城乡建设局', '市市场监督管理局', '市工业和信息化局', '云东县人民政府'];
const categories = ['stale', 'wording', 'consultation', 'unanswered', 'link'];

/** Entries as reviewers would have made them: one finding each, every tenth decided. */
function entries() {
  return Array.from({ length: count }, (_, index) => {
    const url = `http://www.yunhe-demo.gov.cn/xw/tzgg/${index}.html`;
    const unit = units[index % units.length]!;
    return makeEntry({
      finding: findingId({ url, quote: '', check: 'lastUpdate' }),
      author: '王检查',
      device: 'bench',
      hlc: tick(null, start + index * 60_000, 'bench'),
      fields: {
        url,
        pageTitle: `第${index}号公告：${unit}关于有关事项的通知`,
        site: unit,
        unit,
        category: categories[index % categories.length]!,
        description: '“通知公告”最近更新 2023-09-19，已 212 天',
        status: index % 10 === 0 ? 'confirmed' : 'suspected',
      },
      prev: {},
    });
  });
}

/** Milliseconds until the count line says so, measured inside the page from the input on. */
async function filterTime(page: Page, words: string): Promise<number> {
  return page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]')!;
    const line = document.querySelector('.count')!;
    const before = line.textContent;
    const begin = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    while (line.textContent === before) await new Promise(requestAnimationFrame);
    return performance.now() - begin;
  }, words);
}

/** Milliseconds from each press of C on a finding that is 待核 until its row says 确认, the median and the longest of some. */
async function confirmTimes(page: Page): Promise<{ median: number; longest: number }> {
  const times = await page.evaluate(async () => {
    const list = document.querySelector('.list')!;
    const press = (key: string) => list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const state = () => document.querySelector('.row-current .status')?.className ?? '';
    const open = () => document.querySelector('.row-current')?.getAttribute('aria-posinset');
    const taken: number[] = [];
    while (taken.length < 9) {
      const before = open();
      press('j');
      while (open() === before) await new Promise(requestAnimationFrame);
      if (!state().includes('suspected')) continue;
      const begin = performance.now();
      press('c');
      while (!state().includes('confirmed')) await new Promise(requestAnimationFrame);
      taken.push(performance.now() - begin);
    }
    return taken.sort((a, b) => a - b);
  });
  return { median: Math.round(times[4]!), longest: Math.round(times[8]!) };
}

/** Milliseconds that a file takes until its progress is gone again; the browser's dialog answers with a place of the page's own. */
async function exportTime(page: Page, words: string): Promise<{ ms: number; bytes: number }> {
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: nobody can click on the browser's own dialog
    const own = globalThis as any;
    own.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
      own.place = await (await navigator.storage.getDirectory()).getFileHandle(suggestedName, {
        create: true,
      });
      return own.place;
    };
  });
  const from = performance.now();
  if (words) await takeFromMenu(page, words);
  else await page.click('.actions .primary');
  await page.waitForSelector('.notice ::-p-text(已保存)', { timeout: 600_000 });
  const ms = Math.round(performance.now() - from);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const bytes = await page.evaluate(async () => (await (globalThis as any).place.getFile()).size as number);
  await page.click('.notice .quiet');
  return { ms, bytes };
}

/** Waits until the count line says that all are there; asked again and again, since one question may take 180 s at most. */
async function counted(page: Page): Promise<void> {
  while (!(await page.$eval('.count', (line) => line.textContent ?? '').catch(() => '')).includes(`${count}`))
    await new Promise((done) => setTimeout(done, 200));
}

const file = join(mkdtempSync(join(tmpdir(), 'duwang-bench-')), 'backup.zip');
const pieces: Uint8Array[] = [];
for await (const piece of writeBackup({ entries: [entries()], files: [] }, new Date(start).toISOString()))
  pieces.push(piece);
writeFileSync(file, Buffer.concat(pieces));

const demo = await startDemo();
const browser = await launch('chromium', { port: demo.port });
try {
  const page = await browser.openOwn('workbench.html', 'input[type=file]');
  const restoreFrom = performance.now();
  await ((await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(file);
  await counted(page);
  const restored = performance.now() - restoreFrom;
  const reloadFrom = performance.now();
  await page.reload();
  await page.waitForSelector('.row');
  const firstRows = performance.now() - reloadFrom;
  await counted(page);
  const filters = [];
  for (const words of ['公安局', '住房 99', '', '第1号']) filters.push(await filterTime(page, words));
  // What follows is about all of them.
  await filterTime(page, '');
  const confirmMs = await confirmTimes(page);
  const csvMs = await exportTime(page, '');
  const xlsxMs = await exportTime(page, 'XLSX');
  console.log(
    JSON.stringify({
      findings: count,
      restoreMs: Math.round(restored),
      firstRowsMs: Math.round(firstRows),
      filterMs: filters.map(Math.round),
      confirmMs,
      csvMs,
      xlsxMs,
    }),
  );
  await page.evaluate(() =>
    document.querySelector<HTMLInputElement>('input[type=search]')!.dispatchEvent(new InputEvent('input')),
  );
  if (process.env.PICTURE) {
    await page.click('.row');
    await page.screenshot({ path: process.env.PICTURE as `${string}.png` });
  }
} finally {
  await browser.close();
  await demo.close();
}

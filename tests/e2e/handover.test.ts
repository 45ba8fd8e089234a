import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from './harness/axe';
import { downloaded } from './harness/downloads';
import { badge, toast } from './harness/overlay';
import { reviewFile } from './harness/reviewFile';
import { session } from './harness/session';
import { merge, openWorkbench, takeFromMenu } from './harness/workbench';

describe('handing over in chromium', () => {
  const run = session('chromium', { reviewer: '检查员甲' });

  beforeAll(async () => {
    for (const path of [
      'ylzx.yunhe-demo.gov.cn/tzgg/',
      'ylzx.yunhe-demo.gov.cn/gzdt/',
      'gxj.yunhe-demo.gov.cn/gzdt/',
    ]) {
      const page = await run.browser.open(`http://${path}`);
      await badge(page);
      await run.browser.clickToolbar(page);
      await toast(page, '已记录');
    }
  });

  it('has a menu that axe accepts and keys reach', async () => {
    const workbench = await openWorkbench(run.browser);
    await workbench.focus('.menu > button');
    await workbench.keyboard.press('Enter');
    await workbench.waitForSelector('[role=menu]');
    expect(await violations(workbench, 'body')).toEqual([]);
    await workbench.keyboard.press('Escape');
    expect(await workbench.$('[role=menu]')).toBeNull();
    expect(await workbench.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))).toBe(
      'menu',
    );
  });

  it('writes an XLSX with pictures, a merged table and JSON', async () => {
    const workbench = await openWorkbench(run.browser);
    await takeFromMenu(workbench, 'XLSX');
    const book = unzipSync(new Uint8Array(readFileSync(await downloaded(run.browser.downloads, '.xlsx'))));
    const names = Object.keys(book);
    expect(names.filter((name) => name.startsWith('xl/media/'))).toHaveLength(3);
    await takeFromMenu(workbench, '合并表');
    const merged = readFileSync(await downloaded(run.browser.downloads, '.csv'), 'utf8').slice(1);
    expect(Papa.parse<Record<string, string>>(merged.trim(), { header: true }).data).toHaveLength(2);
    await takeFromMenu(workbench, 'JSON');
    const json = JSON.parse(readFileSync(await downloaded(run.browser.downloads, '.json'), 'utf8'));
    expect(json).toMatchObject({ masked: true });
    expect(json.findings).toHaveLength(3);
  });

  it('ends the worker that writes an XLSX when it is stopped', async () => {
    const workbench = await openWorkbench(run.browser);
    // A worker that is at it for good: a real one is done before a slow machine has clicked.
    await workbench.evaluate(() => {
      const page = globalThis as unknown as { writing: boolean | null; Worker: unknown };
      page.writing = null;
      page.Worker = class {
        postMessage() {
          page.writing = true;
        }
        terminate() {
          page.writing = false;
        }
      };
    });
    const isWriting = () => (globalThis as unknown as { writing: boolean | null }).writing;
    await takeFromMenu(workbench, 'XLSX');
    await workbench.waitForFunction(isWriting);
    await (await workbench.waitForSelector('.actions progress ~ button'))!.click();
    await workbench.waitForSelector('.notice ::-p-text(没有保存文件)');
    expect(await workbench.evaluate(isWriting)).toBe(false);
  });

  it('keeps a template of columns and exports by it', async () => {
    const workbench = await openWorkbench(run.browser);
    await takeFromMenu(workbench, '栏目与模板');
    await workbench.waitForSelector('dialog[open]');
    expect(await violations(workbench, 'dialog')).toEqual([]);
    await workbench.$$eval('dialog input[type=checkbox]', (boxes) => {
      for (const box of boxes.slice(3)) (box as HTMLInputElement).click();
    });
    await workbench.waitForFunction(() => document.querySelectorAll('dialog input:checked').length === 3);
    await workbench.click('dialog li:nth-child(2) button');
    await workbench.type('dialog form input', '市局');
    await workbench.click('dialog [type=submit]');
    await workbench.waitForFunction(() => !document.querySelector('dialog'));
    const again = await openWorkbench(run.browser);
    await again.waitForSelector('.actions .primary:not([disabled])');
    await takeFromMenu(again, '栏目与模板');
    await again.waitForSelector('dialog option::-p-text(市局)');
    expect(await again.$$eval('dialog input:checked', (boxes) => boxes.length)).toBe(3);
  });
});

/** So many findings that the browser is asked where their evidence shall be saved. */
const MANY = 1_000;

describe('handing over in firefox', () => {
  const run = session('firefox', { reviewer: '检查员甲' });

  it('has a worker of its own write an XLSX with pictures', async () => {
    const page = await run.browser.open('http://ylzx.yunhe-demo.gov.cn/tzgg/');
    await badge(page);
    await run.browser.clickToolbar(page);
    await toast(page, '已记录');
    const workbench = await openWorkbench(run.browser);
    await takeFromMenu(workbench, 'XLSX');
    const book = unzipSync(new Uint8Array(readFileSync(await downloaded(run.browser.downloads, '.xlsx'))));
    expect(Object.keys(book).filter((name) => name.startsWith('xl/media/'))).toHaveLength(1);
  });
});

describe('a large file in chromium', () => {
  const run = session('chromium', { reviewer: '检查员甲' });
  let workbench: Page;

  beforeAll(async () => {
    workbench = await run.browser.openOwn('workbench.html', '.menu');
    await merge(
      workbench,
      await reviewFile(
        '甲',
        Array.from({ length: MANY }, (_, index) => ({ pageTitle: `第${index}条`, check: 'lastUpdate' })),
      ),
    );
    await workbench.waitForSelector(`.row[aria-setsize="${MANY}"]`);
    await workbench.waitForSelector('.notice ::-p-text(已合并)');
  });

  /** The dialog, which nobody can press here, answers with a real file of the browser; `answer` lets it. */
  const stubDialog = () =>
    workbench.evaluate(() => {
      const page = globalThis as unknown as Record<string, unknown>;
      const asked = new Promise((answer) => {
        page.answer = answer;
      });
      page.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
        await asked;
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(suggestedName, { create: true });
      };
    });
  const answer = () => workbench.evaluate(() => (globalThis as unknown as { answer(): void }).answer());
  const saved = () =>
    workbench.evaluate(async () => {
      const folder = (await navigator.storage.getDirectory()) as unknown as {
        values(): AsyncIterable<FileSystemFileHandle>;
      };
      const files: [name: string, bytes: number[]][] = [];
      for await (const file of folder.values())
        files.push([file.name, [...new Uint8Array(await (await file.getFile()).arrayBuffer())]]);
      return files;
    });

  it('is stopped on demand, says so and leaves nothing', async () => {
    await stubDialog();
    await takeFromMenu(workbench, '证据包');
    await (await workbench.waitForSelector('.actions progress ~ button'))!.click();
    await answer();
    await workbench.waitForSelector('.notice ::-p-text(没有保存文件)');
    expect(await saved()).toEqual([]);
    expect(readdirSync(run.browser.downloads)).toEqual([]);
  });

  it('is written where the reviewer says, whole', async () => {
    await stubDialog();
    await takeFromMenu(workbench, '证据包');
    await answer();
    await workbench.waitForSelector('.notice ::-p-text(已保存到“读网证据包)');
    const [[name, bytes], ...others] = (await saved()) as [[string, number[]]];
    expect(others).toEqual([]);
    expect(name).toMatch(/^读网证据包-.*\.zip$/);
    const ledger = new TextDecoder().decode(unzipSync(new Uint8Array(bytes))['ledger.csv']);
    expect(Papa.parse(ledger.trim(), { header: true }).data).toHaveLength(MANY);
  });
});

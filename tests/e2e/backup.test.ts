import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { readBackup } from '../../utils/report/backup';
import { launch, type TestBrowser } from './harness/browser';
import { downloaded } from './harness/downloads';
import { badge, toast } from './harness/overlay';
import { settle } from './harness/settings';
import { findingCount, merge, openWorkbench } from './harness/workbench';

const PAGES = ['ylzx.yunhe-demo.gov.cn/tzgg/', 'ylzx.yunhe-demo.gov.cn/gzdt/'];

async function flag(browser: TestBrowser, path: string): Promise<void> {
  const page = await browser.open(`http://${path}`);
  await badge(page);
  await browser.clickToolbar(page);
  await toast(page, '已记录');
}

/** What a backup file holds. */
async function contentOf(bytes: Uint8Array<ArrayBuffer>): Promise<{ entries: number; files: number }> {
  const content = { entries: 0, files: 0 };
  for await (const part of readBackup(new Blob([bytes]))) {
    if ('entries' in part) content.entries += part.entries.length;
    else content.files++;
  }
  return content;
}

describe.each(['chromium', 'firefox'] as const)('automatic backups in %s', (kind) => {
  let demo: Demo;
  let browser: TestBrowser;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await launch(kind, { port: demo.port, permissions: ['downloads'] });
    await settle(browser, { reviewer: '检查员甲', backup: 'download', backupEvery: 2 });
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('are downloaded after so many records, with their pictures, and bring everything back elsewhere', async () => {
    for (const path of PAGES) await flag(browser, path);
    const path = await downloaded(browser.downloads, '.zip');
    // One picture and one page each.
    expect(await contentOf(new Uint8Array(readFileSync(path)))).toEqual({ entries: 2, files: 4 });
    const workbench = await openWorkbench(browser);
    await workbench.click('[data-view=settings]');
    // A browser that is driven chooses names of its own for downloads, so the name is looked for here.
    await stands(workbench, '2 步操作');
    expect(await workbench.$eval('.backup [role=status]', (line) => line.textContent)).toMatch(
      /读网自动备份-\d{8}-\d{6}-[0-9a-f]{8}\.zip/,
    );

    const other = await launch(kind, { port: demo.port });
    try {
      await settle(other);
      const empty = await other.openOwn('workbench.html', '.menu');
      await drop(empty, path);
      await empty.waitForSelector('.row');
      expect(await findingCount(empty)).toBe(PAGES.length);
      await merge(empty, path);
      await stands(empty, '2 步本机已有', '.notice');
      const foreign = join(other.downloads, 'other.zip');
      writeFileSync(foreign, 'PK nothing of ours');
      await merge(empty, foreign);
      await empty.waitForSelector('[role=alert] ::-p-text(other.zip)');
      expect(await findingCount(empty)).toBe(PAGES.length);
    } finally {
      await other.close();
    }
  });
});

describe('automatic backups into a folder', () => {
  let demo: Demo;
  let browser: TestBrowser;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await launch('chromium', { port: demo.port });
    await settle(browser, { reviewer: '检查员甲', backup: 'folder', backupEvery: 1 });
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('hold what no earlier file holds; without a folder the reviewer is told', async () => {
    await flag(browser, PAGES[0]!);
    const workbench = await openWorkbench(browser);
    await workbench.click('[data-view=settings]');
    await workbench.waitForSelector('.backup [role=alert]::-p-text(文件夹已不可用)');
    // Nobody can click on the browser's own dialog: the folder is one that the browser keeps for the extension.
    await workbench.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const opening = indexedDB.open('duwang-folder');
      await new Promise((done) => opening.addEventListener('success', done));
      const tx = opening.result.transaction('folders', 'readwrite');
      tx.objectStore('folders').put(folder, 'backup');
      await new Promise((done) => tx.addEventListener('complete', done));
      opening.result.close();
    });
    await flag(browser, PAGES[1]!);
    await workbench.bringToFront();
    await stands(workbench, '步操作');
    expect(await workbench.$('.backup [role=alert]')).toBeNull();
    // One file or two, as the second page's picture was there in time or not; together they hold everything once.
    const together = async () => {
      const contents = await Promise.all((await filesIn(workbench)).map(contentOf));
      return contents.reduce((sum, { entries, files }) => ({
        entries: sum.entries + entries,
        files: sum.files + files,
      }));
    };
    await expect.poll(together, { timeout: 20_000 }).toEqual({ entries: 2, files: 4 });
  });
});

/** Waits until the settings say so about the last backup, or another place says it. (A text selector keeps the first words of a changing text.) */
async function stands(workbench: Page, words: string, place = '.backup [role=status]'): Promise<void> {
  await workbench.waitForFunction(
    (words, place) => document.querySelector(place)?.textContent?.includes(words),
    {},
    words,
    place,
  );
}

/** Drops a file on the page, as a hand does from the desktop. */
async function drop(page: Page, path: string): Promise<void> {
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], 'backup.zip'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, readFileSync(path).toString('base64'));
}

/** The ZIP files of the folder that the browser keeps for the extension. */
async function filesIn(page: Page): Promise<Uint8Array<ArrayBuffer>[]> {
  const texts = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const found: string[] = [];
    for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
      if (!name.endsWith('.zip')) continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      found.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    }
    return found;
  });
  return texts.map((text) => Uint8Array.from(Buffer.from(text, 'base64')));
}

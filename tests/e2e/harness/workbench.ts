import type { ElementHandle, Page } from 'puppeteer-core';
import type { TestBrowser } from './browser';

/** Opens the workbench and waits for its ledger. */
export async function openWorkbench(browser: TestBrowser): Promise<Page> {
  return browser.openOwn('workbench.html', '.row');
}

/** Selects the finding whose row shows these words and waits for its details. */
export async function choose(workbench: Page, words: string): Promise<void> {
  const row = await workbench.waitForSelector(`.row::-p-text(${words})`);
  await row!.click();
  await workbench.waitForSelector(`.row-current::-p-text(${words})`);
  await workbench.waitForSelector('.detail h2');
}

/** The text of the details, blanks as they are. */
export async function detail(workbench: Page): Promise<string> {
  return workbench.$eval('.detail', (element) => element.textContent ?? '');
}

/** Number of findings in the ledger, as its rows say. */
export async function findingCount(workbench: Page): Promise<number> {
  return workbench.$eval('.row', (row) => Number(row.getAttribute('aria-setsize')));
}

/** Opens the menu by keyboard and takes the item that contains these words. */
export async function takeFromMenu(workbench: Page, words: string): Promise<void> {
  await workbench.focus('.menu > button');
  await workbench.keyboard.press('Enter');
  await workbench.waitForSelector('[role=menu]');
  for (let moves = 0; moves < 12; moves++) {
    const here = await workbench.evaluate(() => document.activeElement?.textContent ?? '');
    if (here.includes(words)) break;
    await workbench.keyboard.press('ArrowDown');
  }
  await workbench.keyboard.press('Enter');
}

/** Merges a backup or review file, as 恢复或合并 does. */
export async function merge(workbench: Page, path: string): Promise<void> {
  // While a file is worked on, the menu and its picker are away.
  const picker = await workbench.waitForSelector('.menu ~ input[type=file]');
  await (picker as ElementHandle<HTMLInputElement>).uploadFile(path);
}

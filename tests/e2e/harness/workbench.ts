import type { Page } from 'puppeteer-core';
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

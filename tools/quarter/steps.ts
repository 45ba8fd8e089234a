import { copyFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../../tests/e2e/harness/browser';
import { downloaded } from '../../tests/e2e/harness/downloads';
import { inOverlay, openPanel } from '../../tests/e2e/harness/overlay';

/** Small steps that the walks through the quarter are made of. */

export async function showView(page: Page, view: 'findings' | 'campaign'): Promise<void> {
  await page.click(`.top nav .tab[data-view=${view}]`);
}

export async function showTab(page: Page, tab: string): Promise<void> {
  await page.click(`.campaign-head nav .tab::-p-text(${tab})`);
  await page.waitForSelector(`.campaign-head nav .tab[aria-current=page]::-p-text(${tab})`);
}

/** Sets a field as typing does; `change` for fields that are kept when they are left. */
export async function fill(page: Page, selector: string, value: string, event = 'input'): Promise<void> {
  await page.$eval(
    selector,
    (element, text, name) => {
      (element as HTMLInputElement).value = text;
      element.dispatchEvent(new Event(name, { bubbles: true }));
    },
    value,
    event,
  );
}

/** Clicks a button and takes what is downloaded into the folder; gives the file's name. */
export async function exported(
  page: Page,
  browser: TestBrowser,
  button: string,
  ending: string,
  folder: string,
): Promise<string> {
  await page.click(button);
  const file = await downloaded(browser.downloads, ending);
  copyFileSync(file, join(folder, basename(file)));
  rmSync(file);
  return basename(file);
}

/** Waits until the page is read, with the panel open (as it stays from page to page of a host); gives the counts. */
export async function reading(page: Page): Promise<string> {
  await openPanel(page);
  return (await page.waitForSelector(inOverlay('.panel .tally')))!.evaluate(
    (element) => element.textContent ?? '',
  );
}

/** Presses a button of the overlay, wherever it is by then: what is read meanwhile moves it, and the mouse would miss it. */
export async function press(page: Page, selector: string): Promise<void> {
  const button = await page.waitForSelector(inOverlay(selector));
  await button!.evaluate((element) => (element as HTMLElement).click());
}

import type { Page } from 'puppeteer-core';

/** A selector that reaches into the overlay's shadow root. */
export function inOverlay(selector: string): string {
  return `duwang-overlay >>> ${selector}`;
}

/** Waits until the badge has read the page, and gives its label: the counts of 问题, 待核 and 正常. */
export async function badge(page: Page): Promise<string> {
  const handle = await page.waitForSelector(inOverlay('.badge[aria-label*="问题"]'));
  return handle!.evaluate((element) => element.getAttribute('aria-label')!);
}

/** Opens the panel by a click on the badge and waits for it. */
export async function openPanel(page: Page): Promise<void> {
  await (await page.waitForSelector(inOverlay('.badge')))!.click();
  await page.waitForSelector(inOverlay('.panel .tally'));
}

/** Waits for a toast that begins with these words. */
export async function toast(page: Page, words: string): Promise<string> {
  const handle = await page.waitForSelector(inOverlay(`.toast span::-p-text(${words})`));
  return handle!.evaluate((element) => element.textContent ?? '');
}

/** Selects the text of an element, as a reviewer does by dragging over it. */
export async function select(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection()!;
    selection.removeAllRanges();
    selection.addRange(range);
    element.scrollIntoView({ block: 'center' });
  });
}

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

/**
 * Opens the panel by the badge, unless this site remembers it open, and waits for the reading. A page that forwards to another
 * takes its badge with it: the next one's is pressed then. (The mouse presses the badge in overlay.test.ts.)
 */
export async function openPanel(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const overlay = document.querySelector('duwang-overlay')?.shadowRoot;
    if (overlay?.querySelector('.panel .tally')) return true;
    overlay?.querySelector<HTMLElement>('.badge[aria-label*="问题"]')?.click();
    return false;
  });
}

/** Waits until the open panel shows these words. */
export async function panelText(page: Page, words: string): Promise<void> {
  await overlayText(page, '.panel .scroll', words);
}

/** Waits for a toast that says these words, and gives all that it says. */
export function toast(page: Page, words: string): Promise<string> {
  return overlayText(page, '.toast > span', words);
}

/** Waits until an element of the overlay contains the words; gives its text. */
async function overlayText(page: Page, selector: string, words: string): Promise<string> {
  const found = await page.waitForFunction(
    (selector, words) => {
      const root = document.querySelector('duwang-overlay')?.shadowRoot;
      const text = root?.querySelector(selector)?.textContent;
      return text?.includes(words) ? text : false;
    },
    // A window behind another draws no frames to wait for.
    { polling: 100 },
    selector,
    words,
  );
  return String(await found.jsonValue());
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

import type { Page } from 'puppeteer-core';
import { demoTypos } from '../../demo/campaign/typos';
import type { TestBrowser } from '../../tests/e2e/harness/browser';
import { badge, inOverlay, openPanel, toast } from '../../tests/e2e/harness/overlay';
import { press } from './steps';

/** How many wrong words the engine underlined, and which a reviewer had to see. */
export interface WordingFound {
  byEngine: string[];
  bySelection: string[];
}

/**
 * Records the wrong words of the departments' texts: what the engine underlines is confirmed, what it does not see is
 * selected and flagged. Throws when it underlines anything that is right.
 */
export async function recordWording(browser: TestBrowser): Promise<WordingFound> {
  const found: WordingFound = { byEngine: [], bySelection: [] };
  for (const { url, words } of demoTypos) {
    const page = await browser.open(url);
    await badge(page);
    await openPanel(page);
    const seen = await confirmSuspicions(page, words);
    found.byEngine.push(...seen);
    for (const [wrong] of words) {
      if (seen.includes(wrong)) continue;
      await flagWords(browser, page, wrong);
      found.bySelection.push(wrong);
    }
    await page.close();
  }
  return found;
}

/** Confirms each suspicion of the page; gives the wrong words that they are about. */
async function confirmSuspicions(
  page: Page,
  words: readonly (readonly [string, string])[],
): Promise<string[]> {
  await page.waitForSelector(inOverlay('.typo'), { timeout: 60_000 });
  await page.waitForFunction(
    () => !document.querySelector('duwang-overlay')!.shadowRoot!.querySelector('.typos > [role=status]'),
    { timeout: 120_000 },
  );
  const seen: string[] = [];
  const suspicions = await page.$$eval(inOverlay('.typo'), (cards) =>
    cards.map((card) => ({
      wrong: card.querySelector('q')!.textContent!.replace(/[“”]/g, ''),
      sentence: [...card.querySelectorAll('.note')].at(-1)!.textContent!,
    })),
  );
  for (const [index, { wrong, sentence }] of suspicions.entries()) {
    const [meant] = words.find(([known]) => known.includes(wrong) && sentence.includes(known)) ?? [];
    if (!meant) throw new Error(`The engine takes “${wrong}” in “${sentence}” for wrong; it is right.`);
    // The overlay is drawn anew after each picture: the cards of before are gone.
    await press(page, `.typos li:nth-child(${index + 1}) button::-p-text(确认)`);
    await dismiss(page);
    seen.push(meant);
  }
  return seen;
}

/** Selects the words, flags them, and files them as wording. */
async function flagWords(browser: TestBrowser, page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.nodeValue!.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement!.scrollIntoView({ block: 'center' });
      getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`“${wanted}” is not on the page`);
  }, words);
  await browser.clickToolbar(page);
  await toast(page, '已记录');
  await press(page, '.toast button::-p-text(批注)');
  await (await page.waitForSelector(inOverlay('select[name=category]')))!.select('wording');
  await press(page, 'form button[type=submit]');
  await toast(page, '已保存批注');
}

async function dismiss(page: Page): Promise<void> {
  await toast(page, '已记录');
  await press(page, '.toast .quiet');
  await page.waitForSelector(inOverlay('.toast'), { hidden: true });
}

/** Writes down what should stand in the place of words that were flagged by selection. */
export async function suggestCorrections(workbench: Page, words: readonly string[]): Promise<void> {
  const corrections = new Map(demoTypos.flatMap((text) => text.words));
  for (const wrong of words) {
    await (await workbench.waitForSelector(`.row::-p-text(${wrong})`))!.click();
    await workbench.waitForSelector(`.detail blockquote::-p-text(${wrong})`);
    await workbench.$eval(
      'input[name=suggestion]',
      (input, right) => {
        (input as HTMLInputElement).value = right;
      },
      corrections.get(wrong)!,
    );
    await workbench.click('.detail form.edit [type=submit]');
    await workbench.waitForSelector('.undo');
  }
}

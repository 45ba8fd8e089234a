import type { Page } from 'puppeteer-core';
import { inOverlay, openPanel } from './overlay';

/** What the panel says of an account: its numbers by their names, and the outcome of 账号更新. */
export interface AccountPanel {
  head: string;
  numbers: Record<string, string>;
  /** pass, fail, review. */
  outcome: string;
  reason: string;
}

/** Opens the panel on an account's page and gives what it says once the page has been read. */
export async function accountPanel(page: Page): Promise<AccountPanel> {
  await openPanel(page);
  await page.waitForSelector(inOverlay('.account dl'));
  return page.evaluate(() => {
    const root = document.querySelector('duwang-overlay')!.shadowRoot!;
    const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';
    const check = root.querySelector('[data-check=accountUpdate]');
    const rows = [...root.querySelectorAll('.account dl > div')];
    return {
      head: text(root.querySelector('.account h2')),
      numbers: Object.fromEntries(
        rows.map((row) => [text(row.querySelector('dt')), text(row.querySelector('dd'))]),
      ),
      outcome: /check-(\w+)/.exec(check?.className ?? '')?.[1] ?? '',
      reason: text(check),
    };
  });
}

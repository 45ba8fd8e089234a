import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { demoRecheck, demoRecheckLedger } from '../../demo/campaign/ledger';
import type { Demo } from '../../demo/server';
import type { TestBrowser } from '../../tests/e2e/harness/browser';
import { exported, fill, reading, showTab, showView } from './steps';

/** What the second look at a quarter's problems came to. */
export interface Rechecked {
  /** What the roster's tab says about the new ledger. */
  diff: string;
  /** By unit and words: what the extension judged by itself. */
  judged: { unit: string; problem: string; state: string; reason: string }[];
  /** 复查合格率 and who has not answered, as the screen says it. */
  rate: string;
  docx: string;
}

/**
 * Walks the re-inspection after the notice: the roster is carried over and compared with the new ledger, each page is opened
 * again, the extension judges, the reviewer confirms, and the notice reports it.
 */
export async function recheck(browser: TestBrowser, demo: Demo, folder: string): Promise<Rechecked> {
  demo.rectify();
  const workbench = await browser.openOwn('workbench.html', 'header.top');
  await showView(workbench, 'campaign');
  await workbench.click('.campaign-head > button');
  await workbench.waitForSelector('.setup [name=previous]');
  for (const [name, value] of Object.entries(demoRecheck))
    await fill(workbench, `.setup [name=${name}]`, value);
  await workbench.click('.setup .primary');
  const diff = await compareLedger(workbench);
  await showTab(workbench, '复查');
  await workbench.waitForSelector('.recheck tbody tr');
  await lookAgain(browser, workbench);
  await workbench.bringToFront();
  await workbench.waitForFunction(() => !document.querySelector('.recheck tr[data-state=unread]'));
  const judged = await judgedIn(workbench);
  await confirm(workbench);
  await workbench.screenshot({ path: join(folder, '07-recheck.png') });
  const rate = await workbench.$eval('.rate', (element) => element.textContent!.trim());
  await showTab(workbench, '通报');
  await workbench.waitForSelector('.paper');
  const docx = await exported(workbench, browser, '.notice-view button::-p-text(导出通报)', '.docx', folder);
  await workbench.close();
  return { diff, judged, rate, docx };
}

/** The carried roster against this quarter's ledger: one account has been closed since. */
async function compareLedger(page: Page): Promise<string> {
  await page.waitForSelector('.drop textarea');
  await fill(page, '.drop textarea', demoRecheckLedger());
  await page.waitForSelector('.preview .primary:not(:disabled)');
  const diff = await page.$eval('.preview [role=status]', (element) => element.textContent!.trim());
  await page.click('.preview .primary');
  await page.waitForSelector('.tile');
  return diff;
}

/** 打开 on each line whose page nobody has read again. */
async function lookAgain(browser: TestBrowser, workbench: Page): Promise<void> {
  const opened = new Set<string>();
  for (;;) {
    await workbench.bringToFront();
    const next = await nextUnread(workbench, opened);
    if (!next) return;
    opened.add(next.url);
    const target = browser.browser.waitForTarget((one) => one.url() === next.url);
    await next.open();
    const page = (await (await target).page())!;
    await page.bringToFront();
    await reading(page);
    await page.close();
  }
}

async function nextUnread(workbench: Page, opened: ReadonlySet<string>) {
  for (const row of await workbench.$$('.recheck tbody tr[data-state=unread]')) {
    const url = await row.evaluate((element) => element.getAttribute('data-url')!);
    const button = (await row.$('.actions button'))!;
    if (!opened.has(url)) return { url, open: () => button.click() };
  }
  return null;
}

function judgedIn(workbench: Page): Promise<Rechecked['judged']> {
  return workbench.$$eval('.recheck tbody tr', (rows) =>
    rows.map((row) => {
      const text = (selector: string) => row.querySelector(selector)!.textContent!.trim();
      return {
        unit: text('td:nth-child(1)'),
        problem: text('td:nth-child(2) small'),
        state: text('.stand'),
        reason: text('td:nth-child(3) small'),
      };
    }),
  );
}

/** The reviewer follows where the extension is certain, and takes what is gone for not put right. */
async function confirm(workbench: Page): Promise<void> {
  for (;;) {
    const row = await workbench.$('.recheck tbody tr:not(:has([aria-pressed=true]))');
    if (!row) return;
    const words = (await row.evaluate((element) => element.getAttribute('data-state'))) === 'fixed' ? 2 : 3;
    const id = await row.evaluate((element) => element.getAttribute('data-finding')!);
    await (await row.$(`.actions button:nth-child(${words})`))!.click();
    await workbench.waitForSelector(`.recheck tr[data-finding="${id}"] [aria-pressed=true]`);
  }
}

import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { demoCampaign, demoLedger } from '../../demo/campaign/ledger';
import type { TestBrowser } from '../../tests/e2e/harness/browser';
import { badge, inOverlay, openPanel, toast } from '../../tests/e2e/harness/overlay';
import { exported, fill, press, reading, showTab, showView } from './steps';
import { countsOf, problemsIn, type Quarter } from './summary';
import { recordWording, suggestCorrections, type WordingFound } from './wording';

/** The first inspection as it was walked, with how its wrong words were found. */
export interface Walked {
  summary: Quarter;
  wording: WordingFound;
  /** The ZIP of the units' notices and the overall table, in the folder. */
  units: string;
  table: string;
}

/**
 * Walks one inspection as a reviewer does: ledger in, every item visited, what is wrong recorded and confirmed, ledger and
 * notice out. Files and pictures go to the folder.
 */
export async function quarter(browser: TestBrowser, folder: string): Promise<Walked> {
  const picture = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  const workbench = await browser.openOwn('workbench.html', 'header.top');
  await begin(workbench, (name) => picture(workbench, name));
  await recordConsultation(browser);
  const wording = await recordWording(browser);
  await visitAll(browser, workbench, (page) => picture(page, '03-stale-account'));
  await workbench.bringToFront();
  await showView(workbench, 'findings');
  await suggestCorrections(workbench, wording.bySelection);
  await confirmAll(workbench);
  await picture(workbench, '04-findings');
  const csv = await exported(workbench, browser, '.top .actions .primary', '.csv', folder);
  await showView(workbench, 'campaign');
  await workbench.waitForSelector('.tile');
  const counts = await countsOf(workbench);
  await picture(workbench, '05-coverage');
  const handed = await handOver(workbench, browser, folder);
  await picture(workbench, '06-notice');
  await workbench.close();
  const summary = { ...counts, findings: problemsIn(join(folder, csv)), csv, docx: handed.docx };
  return { summary, wording, units: handed.units, table: handed.table };
}

/** Whether some inspection is under way already. */
export async function isBegun(page: Page): Promise<boolean> {
  await showView(page, 'campaign');
  const first = await page.waitForSelector('.campaign-head > select, .campaign .setup');
  return first!.evaluate((element) => element.matches('select'));
}

/** The campaign's form and the pasted ledger. */
export async function begin(
  page: Page,
  picture: (name: string) => Promise<unknown> = async () => undefined,
): Promise<void> {
  await showView(page, 'campaign');
  await page.waitForSelector('.setup');
  for (const [name, value] of Object.entries(demoCampaign)) await fill(page, `.setup [name=${name}]`, value);
  await page.click('.setup .primary');
  await takeLedger(page, demoLedger(), () => picture('01-ledger'));
  await picture('02-board');
}

/** Pastes a ledger on the roster's tab and takes it over. */
export async function takeLedger(
  page: Page,
  ledger: string,
  preview: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  await page.waitForSelector('.drop textarea');
  await fill(page, '.drop textarea', ledger);
  await page.waitForSelector('.preview .primary:not(:disabled)');
  await preview();
  await page.click('.preview .primary');
  await page.waitForSelector('.tile');
}

/** A department's consultation within the city's portal: its feedback is nowhere. */
async function recordConsultation(browser: TestBrowser): Promise<void> {
  const page = await browser.open('http://zjj.yunhe-demo.gov.cn/hdjl/yjzj/zj_1.html');
  await badge(page);
  await openPanel(page);
  await press(page, '[data-check=consultationFeedback] button::-p-text(记录)');
  await toast(page, '已记录');
  await page.close();
}

/** Goes from item to item by 下一个未查 until nothing is left; sites are cleared, a stale account is recorded. */
async function visitAll(
  browser: TestBrowser,
  workbench: Page,
  onProblem: (page: Page) => Promise<unknown>,
): Promise<void> {
  await workbench.bringToFront();
  const opened = browser.browser.waitForTarget((target) => /^https?:/.test(target.url()));
  await workbench.click('.progress .primary');
  const page = (await (await opened).page())!;
  // Pages in the background neither paint nor answer waiting scripts.
  await page.bringToFront();
  // Once nothing is 未查, the button leads back to what still waits for a word: the findings to be confirmed.
  const visited = new Set<string>();
  while (!visited.has(page.url())) {
    visited.add(page.url());
    const label = await reading(page).catch(async (error: unknown) => {
      const overlay = await page.$eval('duwang-overlay', (host) => host.shadowRoot?.textContent?.slice(-300));
      throw new Error(`No answer on ${page.url()}: ${overlay}`, { cause: error });
    });
    await page.waitForSelector(inOverlay('.panel .campaign b'));
    if (/问题 [1-9]/.test(label)) {
      await onProblem(page);
      await press(page, '.panel .group button::-p-text(记录)');
      await toast(page, '已记录');
    }
    if (!(await goOn(page))) break;
  }
  await page.close();
}

/** 无问题 on a site, else 下一个未查; false when there is nothing more to open. */
async function goOn(page: Page): Promise<boolean> {
  const clear = await page.$(inOverlay('.campaign button::-p-text(无问题)'));
  const button =
    /gov\.cn/.test(page.url()) && clear
      ? clear
      : await page.waitForSelector(inOverlay('.campaign button::-p-text(下一个未查)'));
  const settled = new AbortController();
  const { signal } = settled;
  const moved = page.waitForNavigation({ waitUntil: 'domcontentloaded', signal }).then(() => true);
  const ended = page
    .waitForSelector(inOverlay('.toast span::-p-text(没有可打开的)'), { signal })
    .then(() => false);
  await button!.click();
  const goesOn = await Promise.race([moved, ended]);
  // The one that lost must not go on looking on every later page.
  settled.abort();
  await Promise.allSettled([moved, ended]);
  return goesOn;
}

/** 确认 on all findings that wait for it, at once. */
async function confirmAll(page: Page): Promise<void> {
  await page.waitForSelector('.batch button');
  await page.select('.filters select[aria-label=状态]', 'suspected');
  await page.click('.batch .quiet');
  await (await page.waitForSelector('.batch button::-p-text(确认)'))!.click();
  await page.waitForFunction(() => document.querySelectorAll('.status-suspected').length === 0);
  await page.select('.filters select[aria-label=状态]', '');
}

/** Deadline and date in, then the 通报, the units' notices and the overall table. */
async function handOver(workbench: Page, browser: TestBrowser, folder: string) {
  await showTab(workbench, '通报');
  await workbench.waitForSelector('.paper');
  await fill(workbench, '.notice-view [name=deadline]', '2024-04-30', 'change');
  await fill(workbench, '.notice-view [name=noticeDay]', '2024-04-22', 'change');
  await workbench.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('.block-date textarea')?.value.includes('2024年4月22日'),
  );
  const save = (words: string, ending: string) =>
    exported(workbench, browser, `.notice-view button::-p-text(${words})`, ending, folder);
  const docx = await save('导出通报', '.docx');
  const units = await save('导出全部整改通知单', '.zip');
  const table = await save('导出总表', '.xlsx');
  return { docx, units, table };
}

import { copyFileSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { demoCampaign, demoLedger } from '../demo/campaign/ledger';
import type { TestBrowser } from '../tests/e2e/harness/browser';
import { downloaded } from '../tests/e2e/harness/downloads';
import { badge, inOverlay, openPanel, select, toast } from '../tests/e2e/harness/overlay';
import { addDays } from '../utils/dates/civil';

/** What the replayed quarter came to, as the extension itself says it. */
export interface Quarter {
  sites: number;
  accounts: number;
  byPlatform: Record<string, number>;
  /** Percent. */
  coverage: number;
  findings: { kind: string; unit: string; date: string }[];
  csv: string;
  docx: string;
}

const TYPOS = [
  [
    'http://gaj.yunhe-demo.gov.cn/zwgk/qlqd/202403/t20240315_1001.html',
    '.grid tr:nth-child(3) td:nth-child(3)',
  ],
  ['http://gxj.yunhe-demo.gov.cn/zwgk/nb/202401/t20240124_1001.html', '.content p'],
] as const;

/**
 * Walks one inspection as a reviewer does: ledger in, every item visited, what is wrong recorded and confirmed, ledger and
 * notice out. Files and pictures go to the folder.
 */
export async function quarter(browser: TestBrowser, folder: string): Promise<Quarter> {
  const workbench = await browser.openOwn('workbench.html', 'header.top');
  await begin(workbench);
  await recordDepartments(browser);
  await visitAll(browser, workbench);
  await workbench.bringToFront();
  await confirmAll(workbench);
  await workbench.screenshot({ path: join(folder, 'findings.png') });
  const csv = await exported(workbench, browser, '.top .actions .primary', '.csv', folder);
  await showTab(workbench, 'campaign');
  await workbench.waitForSelector('.tile');
  const counts = await countsOf(workbench);
  await workbench.screenshot({ path: join(folder, 'board.png') });
  await workbench.click('.campaign-head nav .tab::-p-text(通报)');
  await workbench.waitForSelector('.paper');
  await workbench.screenshot({ path: join(folder, 'notice.png') });
  const docx = await exported(workbench, browser, '.notice-view .primary', '.docx', folder);
  await workbench.close();
  return { ...counts, findings: findingsIn(join(folder, csv)), csv, docx };
}

/** The campaign's form and the pasted ledger. */
async function begin(page: Page): Promise<void> {
  await showTab(page, 'campaign');
  await page.waitForSelector('.setup');
  for (const [name, value] of Object.entries(demoCampaign)) await fill(page, `.setup [name=${name}]`, value);
  await page.click('.setup .primary');
  await page.waitForSelector('.drop textarea');
  await fill(page, '.drop textarea', demoLedger());
  await page.waitForSelector('.preview .primary:not(:disabled)');
  await page.click('.preview .primary');
  await page.waitForSelector('.tile');
}

/** The departments' pages within the city's portal: a consultation without feedback and two texts with wrong words. */
async function recordDepartments(browser: TestBrowser): Promise<void> {
  const consultation = await browser.open('http://zjj.yunhe-demo.gov.cn/hdjl/yjzj/zj_1.html');
  await badge(consultation);
  await openPanel(consultation);
  await (await consultation.waitForSelector(
    inOverlay('[data-check=consultationFeedback] button::-p-text(记录)'),
  ))!.click();
  await toast(consultation, '已记录');
  await consultation.close();
  for (const [url, selector] of TYPOS) {
    const page = await browser.open(url);
    await badge(page);
    await select(page, selector);
    await browser.clickToolbar(page);
    await toast(page, '已记录');
    await (await page.waitForSelector(inOverlay('.toast button::-p-text(批注)')))!.click();
    const category = await page.waitForSelector(inOverlay('select[name=category]'));
    await category!.select('wording');
    await (await page.waitForSelector(inOverlay('form button[type=submit]')))!.click();
    await toast(page, '已保存批注');
    await page.close();
  }
}

/** Goes from item to item by 下一个未查 until nothing is left; sites are cleared, a stale account is recorded. */
async function visitAll(browser: TestBrowser, workbench: Page): Promise<void> {
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
    const label = await reading(page).catch((error: unknown) => {
      throw new Error(`No answer on ${page.url()}`, { cause: error });
    });
    await page.waitForSelector(inOverlay('.panel .campaign b'));
    if (/问题 [1-9]/.test(label)) {
      await (await page.waitForSelector(inOverlay('.panel .group button::-p-text(记录)')))!.click();
      await toast(page, '已记录');
    }
    const clear = await page.$(inOverlay('.campaign button::-p-text(无问题)'));
    const isSite = /gov\.cn/.test(page.url());
    const button =
      isSite && clear
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
    if (!goesOn) break;
  }
  await page.close();
}

/** Waits until the page is read, with the panel open (as it stays from page to page of a host); gives the counts. */
async function reading(page: Page): Promise<string> {
  const first = await page.waitForSelector(inOverlay(':is(.badge[aria-label*="问题"], .panel .tally)'));
  if (await first!.evaluate((element) => element.matches('.badge'))) await openPanel(page);
  return (await page.waitForSelector(inOverlay('.panel .tally')))!.evaluate(
    (element) => element.textContent ?? '',
  );
}

/** 确认 on all findings at once. */
async function confirmAll(page: Page): Promise<void> {
  await showTab(page, 'findings');
  await page.waitForSelector('.batch button');
  await page.click('.batch .quiet');
  await (await page.waitForSelector('.batch button::-p-text(确认)'))!.click();
  await page.waitForFunction(() => document.querySelectorAll('.status-suspected').length === 0);
}

async function countsOf(
  page: Page,
): Promise<Pick<Quarter, 'sites' | 'accounts' | 'byPlatform' | 'coverage'>> {
  const kinds = await page.$$eval('.tile .tile-line:nth-child(2)', (lines) =>
    lines.map((line) => line.textContent!.split(' · ')[0]!.trim()),
  );
  const byPlatform: Record<string, number> = {};
  for (const kind of kinds) if (kind !== '网站') byPlatform[kind] = (byPlatform[kind] ?? 0) + 1;
  const sites = kinds.filter((kind) => kind === '网站').length;
  const coverage = await page.$eval('.progress label', (label) =>
    Number(/(\d+)%/.exec(label.textContent!)![1]),
  );
  return { sites, accounts: kinds.length - sites, byPlatform, coverage };
}

/** Kind, unit and day of each finding, as the exported ledger has them. */
function findingsIn(path: string): Quarter['findings'] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => ({
    kind: row.问题类别!,
    unit: row.责任单位!,
    date:
      row.检查时更新日期 ||
      (row.未更新天数 ? addDays(row.监测时间点!, -Number(row.未更新天数)) : row.监测时间点!),
  }));
}

async function exported(page: Page, browser: TestBrowser, button: string, ending: string, folder: string) {
  await page.click(button);
  const file = await downloaded(browser.downloads, ending);
  copyFileSync(file, join(folder, basename(file)));
  return basename(file);
}

async function showTab(page: Page, view: 'findings' | 'campaign'): Promise<void> {
  await page.click(`.top nav .tab[data-view=${view}]`);
}

async function fill(page: Page, selector: string, value: string): Promise<void> {
  await page.$eval(
    selector,
    (element, text) => {
      (element as HTMLInputElement).value = text;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    },
    value,
  );
}

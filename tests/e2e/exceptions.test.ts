import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inOverlay, openPanel, panelText, toast } from './harness/overlay';
import { kinds, session } from './harness/session';

const home = 'http://ylzx.yunhe-demo.gov.cn/';

/** Opens the table of columns and fills in the exception of its first stale one; gives the column's name. */
async function exceptFirstColumn(page: Page, reason: string, until: string): Promise<string> {
  await (await page.waitForSelector(inOverlay('.columns summary')))!.click();
  const cell = (await page.waitForSelector(inOverlay('.columns td:last-child:has(button)')))!;
  const name = await cell.evaluate((td) => td.closest('tr')!.querySelector('button')!.textContent!);
  await (await cell.$('button'))!.click();
  await (await page.waitForSelector(inOverlay('.columns form.ignore [name=reason]')))!.type(reason);
  await page.$eval(
    inOverlay('.columns form.ignore [name=until]'),
    (input, day) => {
      (input as HTMLInputElement).value = day;
    },
    until,
  );
  await (await page.waitForSelector(inOverlay('.columns form.ignore [type=submit]')))!.click();
  return name;
}

describe.each(kinds)('exceptions in %s', (kind) => {
  const run = session(kind);

  it('lets one column of a home page be, with a reason and an end, and judges the others', async () => {
    const page = await run.browser.open(home);
    await openPanel(page);
    const stale = () => page.$eval(inOverlay('[data-check="boxUpdate"] p'), (reason) => reason.textContent!);
    const before = await stale();
    const name = await exceptFirstColumn(page, '今年没有人事变动', '2099-12-31');
    await toast(page, '已');
    await panelText(page, '今年没有人事变动（至 2099-12-31）');
    expect(before).toContain(name);

    const again = await run.browser.open(home);
    await openPanel(again);
    await panelText(again, '今年没有人事变动（至 2099-12-31）');
    const boxes = await again.$eval(inOverlay('[data-check="boxUpdate"] p'), (reason) => reason.textContent!);
    expect(boxes).not.toContain(name);
    expect(boxes).not.toBe(before);
  });

  it('lets a rule be on one page until it is over', async () => {
    const page = await run.browser.open(`${home}gzdt/`);
    await openPanel(page);
    await (await page.waitForSelector(
      inOverlay('[data-check="lastUpdate"] button::-p-text(列为例外)'),
    ))!.click();
    await (await page.waitForSelector(inOverlay('form.ignore [name=reason]')))!.type('栏目正在改版');
    await (await page.waitForSelector(inOverlay('form.ignore [type=submit]')))!.click();
    await panelText(page, '例外理由：栏目正在改版');
    expect(await page.$(inOverlay('[data-check="lastUpdate"] button::-p-text(列为例外)'))).toBeNull();
  });
});

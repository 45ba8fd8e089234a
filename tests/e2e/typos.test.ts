import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { inOverlay, openPanel, toast } from './harness/overlay';
import { kinds, session } from './harness/session';
import { choose, detail, openWorkbench } from './harness/workbench';

/** A police power list of the demo with 改证 for 改正 among other errors. */
const powerList = 'http://gaj.yunhe-demo.gov.cn/zwgk/qlqd/202403/t20240315_1001.html';
const typo = inOverlay('.typos q::-p-text(证)');

async function openWithTypo(run: ReturnType<typeof session>): Promise<Page> {
  const page = await run.browser.open(powerList);
  await openPanel(page);
  await page.waitForSelector(typo, { timeout: 45_000 });
  return page;
}

/** A part of the card that is about it. */
async function part(page: Page, selector: string): Promise<ElementHandle<HTMLElement>> {
  const quote = (await page.waitForSelector(typo, { timeout: 45_000 }))!;
  const found = await quote.evaluateHandle(
    (q, selector) => q.closest('.typo')!.querySelector<HTMLElement>(selector)!,
    selector,
  );
  return found as ElementHandle<HTMLElement>;
}

const press = async (page: Page, key: string) => (await part(page, `[data-key="${key}"]`)).click();

describe.each(kinds)('suspected typos in %s', (kind) => {
  const run = session(kind);

  it('are underlined on the page and explained in the panel, the page untouched', async () => {
    const page = await openWithTypo(run);
    const card = await page.$eval(typo, (quote) => quote.closest('.typo')!.textContent);
    expect(card).toMatch(/“?证”?\s*→\s*“?正/);
    const painted = await page.evaluate(() =>
      [...CSS.highlights].flatMap(([name, highlight]) => [...highlight].map((range) => `${name} ${range}`)),
    );
    expect(painted).toContainEqual(expect.stringMatching(/^duwang-typo-(sure|likely) 证$/));
  });

  it('become findings when confirmed', async () => {
    const page = await openWithTypo(run);
    await press(page, 'c');
    await toast(page, '已记录');
    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '权力清单');
    expect(await detail(workbench)).toContain('证');
    expect(
      await workbench.$eval('input[name=suggestion]', (input) => (input as HTMLInputElement).value),
    ).toBe('正');
  });

  it('go when ignored, and come back when that is undone', async () => {
    const page = await openWithTypo(run);
    await press(page, 'i');
    await (await page.waitForSelector(inOverlay('.ignore input[name=reason]')))!.type('引用原文');
    await (await page.waitForSelector(inOverlay('.ignore button[type=submit]')))!.click();
    await page.waitForSelector(typo, { hidden: true });
    await (await page.waitForSelector(inOverlay('.toast button::-p-text(撤销)')))!.click();
    await page.waitForSelector(typo);
  });

  it('are gone through with the keyboard alone', async () => {
    const page = await run.browser.open(powerList);
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = '各镇要做好防讯工作，发现问题及时上报。';
      document.querySelector('main, body')!.append(paragraph);
    });
    await openPanel(page);
    const focused = (words: string) =>
      page.waitForSelector(inOverlay(`li:has(:focus) q::-p-text(${words})`), { timeout: 45_000 });
    await page.waitForSelector(inOverlay('.typos q::-p-text(防讯)'), { timeout: 45_000 });
    await (await part(page, '[data-move]')).focus();
    await focused('证');
    await page.keyboard.press('j');
    await focused('防讯');
    await page.keyboard.press('k');
    await focused('证');
    await page.keyboard.press('ArrowDown');
    await focused('防讯');
    await page.keyboard.press('i');
    const reason = await page.waitForSelector(inOverlay('.ignore input[name=reason]'));
    await reason!.type('jkc');
    expect(await reason!.evaluate((input) => (input as HTMLInputElement).value)).toBe('jkc');
    await page.keyboard.press('Escape');
    await page.waitForSelector(inOverlay('.ignore'), { hidden: true });
    await focused('防讯');
    await page.keyboard.press('c');
    await toast(page, '已记录');
  });
});

import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { demoCampaign } from '../../demo/campaign/ledger';
import { fill, showView } from '../../tools/quarter/steps';
import { inOverlay, openPanel, toast } from './harness/overlay';
import { kinds, session } from './harness/session';
import { choose, detail } from './harness/workbench';

const powerList = 'http://gaj.yunhe-demo.gov.cn/zwgk/qlqd/202403/t20240315_1001.html';
const other = 'http://gaj.yunhe-demo.gov.cn/';

async function openCampaign(workbench: Page): Promise<void> {
  await showView(workbench, 'campaign');
  await workbench.waitForSelector('.setup');
  for (const [name, value] of Object.entries(demoCampaign))
    await fill(workbench, `.setup [name=${name}]`, value);
  await workbench.click('.setup .primary');
  await workbench.waitForSelector('.drop textarea');
}

/** One of the buttons on the card of the suspicion 证 → 正. */
async function button(page: Page, key: string) {
  const quote = (await page.waitForSelector(inOverlay('.typos q::-p-text(证)'), { timeout: 45_000 }))!;
  const found = await quote.evaluateHandle((q, selector) => q.closest('li')!.querySelector(selector)!, key);
  return found.asElement() as ElementHandle<HTMLElement>;
}

describe.each(kinds)('举一反三 in %s', (kind) => {
  const run = session(kind);

  it('finds the same words on a page viewed before, and records both at once', async () => {
    const workbench = await run.browser.openOwn('workbench.html', 'header.top');
    await openCampaign(workbench);
    const before = await run.browser.open(other);
    await before.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = '对检查中发现的问题，请有关单位限期改证并书面报告。';
      document.querySelector('main, body')!.prepend(paragraph);
    });
    await openPanel(before);
    await before.waitForSelector(inOverlay('.typos q::-p-text(证)'), { timeout: 45_000 });

    const page = await run.browser.open(powerList);
    await openPanel(page);
    await (await button(page, '[data-move]')).focus();
    await page.keyboard.press('e');
    await page.waitForSelector(inOverlay('.same [role=status]::-p-text(找到 2 处)'));
    expect(await page.$eval(inOverlay('.same ul'), (list) => list.textContent)).toContain(
      '限期改证并书面报告',
    );
    await (await page.waitForSelector(inOverlay('.same [type=submit]')))!.click();
    await toast(page, '已记录 2 处');

    await workbench.bringToFront();
    await showView(workbench, 'findings');
    for (const row of ['权力清单', '云河市公安局']) {
      await choose(workbench, row);
      expect(await detail(workbench)).toContain('举一反三');
      const right = await workbench.$eval(
        'input[name=suggestion]',
        (input) => (input as HTMLInputElement).value,
      );
      expect(right).toBe('正');
    }
  });

  it('says in the list what is recorded already and does not offer it again', async () => {
    const page = await run.browser.open(powerList);
    await openPanel(page);
    await (await button(page, '[data-key=e]')).click();
    await page.waitForSelector(inOverlay('.same li::-p-text(（已记录）)'));
    expect(
      await page.$eval(inOverlay('.same [type=submit]'), (button) => button.hasAttribute('disabled')),
    ).toBe(true);
  });
});

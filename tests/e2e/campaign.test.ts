import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoCampaign, demoLedger } from '../../demo/campaign/ledger';
import { takeLedger } from '../../tools/quarter/quarter';
import { fill, press, reading, showView } from '../../tools/quarter/steps';
import { violations } from './harness/axe';
import { inOverlay, panelText } from './harness/overlay';
import { session } from './harness/session';

/** The demo's portals without its accounts. */
const PORTALS = demoLedger().split('\n').slice(0, 6).join('\n');

describe('an inspection of four portals in chromium', () => {
  const run = session('chromium', { reviewer: '王检查', inspectionDate: null });
  let workbench: Page;

  beforeAll(async () => {
    workbench = await run.browser.openOwn('workbench.html', 'header.top');
    await showView(workbench, 'campaign');
    await workbench.waitForSelector('.setup');
    for (const [name, value] of Object.entries(demoCampaign))
      await fill(workbench, `.setup [name=${name}]`, value);
    await workbench.click('.setup .primary');
  });

  it('takes no ledger with errors, and says in which row they are', async () => {
    const rows = PORTALS.split('\n');
    const broken = [...rows, rows[2], rows[3]!.replace(/http\S+/, '不详')].join('\n');
    await workbench.waitForSelector('.drop textarea');
    await fill(workbench, '.drop textarea', broken);
    await workbench.waitForSelector('.preview .errors li');
    const errors = await workbench.$$eval('.preview .errors li', (lines) =>
      lines.map((li) => li.textContent),
    );
    expect(errors).toEqual([
      expect.stringMatching(/^第 7 行：与第 3 行重复/),
      expect.stringMatching(/^第 8 行：“不详”不是有效的网址/),
    ]);
    expect(await workbench.$('.preview .primary:not(:disabled)')).toBeNull();
    expect(await violations(workbench, 'body')).toEqual([]);
    await takeLedger(workbench, PORTALS);
    expect(await workbench.$$('.tile')).toHaveLength(4);
  });

  it('goes check by check over all items, an old address and its new host included', async () => {
    await (await workbench.waitForSelector('.sweeps button::-p-text(更新不及时)'))!.click();
    await workbench.waitForSelector('.sweeps [aria-pressed=true]::-p-text(更新不及时 0／4)');
    const opened = run.browser.browser.waitForTarget((target) => /^https?:/.test(target.url()));
    await workbench.click('.progress .primary');
    const page = (await (await opened).page())!;
    await page.bringToFront();
    const hosts: string[] = [];
    for (let left = 4; left > 0; left--) {
      await reading(page);
      await panelText(page, `逐项扫查：更新不及时，还有 ${left} 个待定`);
      hosts.push(new URL(page.url()).host);
      const moved = page.waitForNavigation({ waitUntil: 'domcontentloaded' });
      await press(page, '.campaign button::-p-text(无问题，下一个)');
      await moved;
    }
    expect(hosts).toEqual(
      ['www', 'qingling', 'nantang', 'baishi'].map((host) => `${host}.yunhe-demo.gov.cn`),
    );
    // The first check is settled everywhere: the sweep goes on with the next one, from the start.
    await reading(page);
    await panelText(page, '还有 4 个待定');
    expect(new URL(page.url()).host).toBe('www.yunhe-demo.gov.cn');
    await page.close();
    await workbench.bringToFront();
    await workbench.waitForSelector('.sweeps button::-p-text(更新不及时 4／4)');
    expect(await violations(workbench, 'body')).toEqual([]);
  });

  it('puts an unknown government page on the roster by one click', async () => {
    const page = await run.browser.open('http://ylzx.yunhe-demo.gov.cn/gzdt/');
    await reading(page);
    await panelText(page, '本页不在台账中');
    await press(page, '.campaign button::-p-text(加入台账)');
    await page.waitForSelector(inOverlay('.campaign b::-p-text(云河市园林事务中心)'));
    await page.close();
    await workbench.bringToFront();
    await workbench.waitForFunction(() =>
      /／5（/.test(document.querySelector('.progress label')!.textContent!),
    );
  });
});

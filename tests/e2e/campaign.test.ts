import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoCampaign, demoLedger } from '../../demo/campaign/ledger';
import { takeLedger } from '../../tools/quarter/quarter';
import { fill, press, reading, showTab, showView } from '../../tools/quarter/steps';
import { violations } from './harness/axe';
import { downloaded } from './harness/downloads';
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

  it('shows what a changed ledger changes: old and new values, what is new and what is gone', async () => {
    await showTab(workbench, '台账');
    const ledger = PORTALS.replace('南塘县人民政府办公室', '南塘县数据局').replace(
      'www.baishi.yunhe-demo.gov.cn',
      'xinqu.yunhe-demo.gov.cn',
    );
    await fill(workbench, '.drop textarea', ledger);
    await workbench.waitForSelector('.preview .changes li');
    const lists = await workbench.$$eval('.preview details', (all) =>
      all.map((one) =>
        [one.querySelector('summary'), ...one.querySelectorAll('li')].map((part) => part!.textContent),
      ),
    );
    expect(lists).toEqual([
      ['新增（1）', '白石县人民政府办公室 · 白石县人民政府'],
      ['变更（1）', '南塘县人民政府：责任单位 南塘县人民政府办公室 → 南塘县数据局'],
      [
        '原台账中有、表内没有（2）',
        '白石县人民政府办公室 · 白石县人民政府',
        '云河市园林事务中心 · 云河市园林事务中心',
      ],
    ]);
    expect(await violations(workbench, 'body')).toEqual([]);
    await workbench.click('.preview .primary');
    await workbench.waitForSelector('.tile');
  });

  it('lists what a daily round still has to see today, and saves early warnings as a file', async () => {
    await showTab(workbench, '设置');
    await fill(workbench, 'section.setup [name=name]', '每日巡查');
    await workbench.click('section.setup form [type=submit]');
    await workbench.waitForSelector('section.setup li::-p-text(每日巡查)');
    await showTab(workbench, '进度');
    await workbench.click('.reminders summary');
    await workbench.waitForSelector('.due-items li button');
    // The four that were looked at today are not due, nor the one that was put on the roster while it was looked at.
    expect(await workbench.$$eval('.due-items button', (all) => all.map((one) => one.textContent))).toEqual([
      '白石县人民政府办公室 · 白石县人民政府',
    ]);
    await fill(workbench, '.reminders input', '60');
    expect(await violations(workbench, 'body')).toEqual([]);
    await workbench.click('.reminders button::-p-text(保存名单)');
    const list = readFileSync(await downloaded(run.browser.downloads, '.csv'), 'utf8').slice(1);
    expect(Papa.parse<Record<string, string>>(list.trim(), { header: true }).data[0]).toMatchObject({
      责任单位: '白石县人民政府办公室',
      最近更新: '2024-04-15',
      剩余天数: '11',
    });
  });

  it('has the reminder of rounds again when a background that starts finds none', async () => {
    // In the page's own words: the browser's API has no types out here.
    const alarm = () => workbench.evaluate(`chrome.alarms.get('rounds')`);
    expect(await alarm()).toMatchObject({ periodInMinutes: 60 });
    await workbench.evaluate(`chrome.alarms.clear('rounds')`);
    expect(await alarm()).toBeUndefined();
    await run.browser.killBackground();
    await workbench.evaluate(`void chrome.runtime.sendMessage({})`);
    await workbench.waitForFunction(
      `chrome.alarms.get('rounds').then((alarm) => alarm?.periodInMinutes === 60)`,
    );
  });
});

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { violations } from './harness/axe';
import { launch, type TestBrowser } from './harness/browser';
import { inOverlay, openPanel, toast } from './harness/overlay';
import { settle } from './harness/settings';

describe.each(['light', 'dark'] as const)('the interface passes axe, %s', (scheme) => {
  let demo: Demo;
  let browser: TestBrowser;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await launch('chromium', { port: demo.port });
    await settle(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  const prefer = (page: Page) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);

  it('badge, list tags, panel, toast and note form', async () => {
    const page = await browser.open('http://www.yunhe-demo.gov.cn/');
    await prefer(page);
    await page.waitForSelector(inOverlay('.tag'));
    expect(await violations(page, 'duwang-overlay')).toEqual([]);
    await openPanel(page);
    await page.$eval(inOverlay('.columns'), (details) => details.setAttribute('open', ''));
    await browser.clickToolbar(page);
    await toast(page, '已记录');
    expect(await violations(page, 'duwang-overlay')).toEqual([]);
    await (await page.$(inOverlay('.toast button:nth-of-type(2)')))!.click();
    await page.waitForSelector(inOverlay('.annotate'));
    expect(await violations(page, 'duwang-overlay')).toEqual([]);
  });

  it('workbench: ledger with details, and every other view', async () => {
    const page = await browser.openOwn('workbench.html', '.row');
    await prefer(page);
    await page.click('.row');
    await page.waitForSelector('.detail form');
    expect(await violations(page, 'body')).toEqual([]);
    const views = await page.$$('header.top nav button');
    expect(views.length).toBeGreaterThan(2);
    for (const view of views.slice(1)) {
      await view.click();
      await page.waitForSelector('header.top nav button[aria-current]');
      const name = await view.evaluate((button) => button.textContent);
      expect(await violations(page, 'body'), `${name}`).toEqual([]);
    }
  });
});

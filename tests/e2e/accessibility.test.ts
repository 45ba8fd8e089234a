import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { launch, type TestBrowser } from './harness/browser';
import { inOverlay, openPanel, toast } from './harness/overlay';
import { settle } from './harness/settings';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong inside `root`, one line each; [] when nothing. */
async function violations(page: Page, root: string): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    // biome-ignore lint/suspicious/noExplicitAny: axe is put into the page as a global
    (selector) => (globalThis as any).axe.run({ include: [[selector]] }),
    root,
  )) as AxeResults;
  // A run that looked at nothing finds nothing.
  expect(results.passes.length).toBeGreaterThan(8);
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  );
}

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
    const page = await browser.open('http://www.yunhe.gov.cn/');
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

  it('workbench: ledger with details, and settings', async () => {
    const page = await browser.openOwn('workbench.html', '.row');
    await prefer(page);
    await page.click('.row');
    await page.waitForSelector('.detail form');
    expect(await violations(page, 'body')).toEqual([]);
    await (await page.$('nav button:last-child'))!.click();
    await page.waitForSelector('.settings input');
    expect(await violations(page, 'body')).toEqual([]);
  });
});

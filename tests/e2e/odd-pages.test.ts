import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddPaths } from '../../demo/odd/site';
import { launch, type TestBrowser } from './harness/browser';
import { badge, inOverlay, openPanel, panelText } from './harness/overlay';
import { kinds, session } from './harness/session';

/** The page as its own visitors have it: markup without our element, boxes of its elements, picture of its left part. */
async function likeness(page: Page) {
  const { markup, boxes } = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const ours of copy.querySelectorAll('duwang-overlay')) ours.remove();
    const boxes = [...document.querySelectorAll('body, body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${x} ${y} ${width} ${height}`;
    });
    return { markup: copy.outerHTML, boxes };
  });
  const picture = await page.screenshot({
    clip: { x: 0, y: 0, width: 1100, height: 900 },
    encoding: 'base64',
  });
  return { markup, boxes, picture };
}

/** Waits for what the page itself still does after loading. */
async function settled(page: Page, path: string): Promise<void> {
  if (path === '/latebody/') await page.waitForSelector('#second h1');
  if (path === '/iframe/')
    await (await (await page.waitForSelector('iframe'))!.contentFrame())!.waitForSelector('li');
}

describe.each(kinds)('pages that are hard on an extension, in %s', (kind) => {
  const run = session(kind, { listTags: false });
  let plain: TestBrowser;
  beforeAll(async () => {
    plain = await launch(kind, { port: run.demo.port, extension: false });
  });
  afterAll(() => plain?.close());

  it.each(oddPaths)('%s keeps its looks and gets its badge', async (path) => {
    const url = `http://test.yunhe-demo.gov.cn${path}`;
    const [without, page] = [await plain.open(url), await run.browser.open(url)];
    await settled(without, path);
    await settled(page, path);
    expect(await badge(page)).toContain('问题');
    const handle = await page.waitForSelector(inOverlay('.badge'), { visible: true });
    const box = (await handle!.boundingBox())!;
    expect(box.x + box.width).toBeGreaterThan(1200);
    expect(box.width).toBeLessThan(80);
    expect(await likeness(page)).toEqual(await likeness(without));
    await Promise.all([without.close(), page.close()]);
  });

  it('is above everything and can be clicked where the page claims the highest layer', async () => {
    const page = await run.browser.open('http://test.yunhe-demo.gov.cn/hostilecss/');
    await badge(page);
    await openPanel(page);
    await panelText(page, '2024-04-16');
    await page.keyboard.press('Escape');
    await page.waitForSelector(inOverlay('.badge'));
  });

  it('reads a list inside a frame', async () => {
    const page = await run.browser.open('http://test.yunhe-demo.gov.cn/iframe/');
    await badge(page);
    await openPanel(page);
    await panelText(page, '2024-04-16');
    await page.keyboard.press('Escape');
    await page.waitForSelector(inOverlay('.badge'));
  });
});

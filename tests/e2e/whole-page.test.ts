import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewport } from './harness/common';
import { inOverlay, toast } from './harness/overlay';
import { kinds, session } from './harness/session';
import { choose, openWorkbench } from './harness/workbench';

/** Stripes one under the other, of a colour each; a fixed bar, a sticky one, and a part that comes only when scrolled to. */
const STRIPES = 40;
const STRIPE_PX = 90;
const BAR = 'rgb(200, 0, 0)';
const stripes = Array.from(
  { length: STRIPES },
  (_, index) => `<div style="height:${STRIPE_PX}px;background:rgb(0,${index * 6},255)">第${index}条</div>`,
).join('');
const html = `<!doctype html><meta charset="utf-8"><title>整页截图</title>
<style>body{margin:0;scroll-behavior:smooth} .bar{position:fixed;top:0;left:0;width:200px;height:30px;background:${BAR}}
.sticky{position:sticky;top:40px;margin-left:400px;width:200px;height:30px;background:rgb(0,0,0)}</style>
<div class="bar"></div><div class="sticky"></div>${stripes}`;

/** Height of the page: the sticky bar stands above the stripes. */
const PAGE_PX = 30 + STRIPES * STRIPE_PX;

describe.each(kinds)('a picture of the whole page in %s', (kind) => {
  const run = session(kind, { reviewer: '检查员甲' });
  let server: Server;
  let address = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(request.url === '/left' ? html + stripes.repeat(5) : html);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.close();
  });

  it('shows every part once, what floats on the first screen only, and leaves the page as it was', async () => {
    const page = await run.browser.open(address);
    await page.evaluate(() => scrollTo({ top: 333, behavior: 'instant' }));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await run.browser.clickToolbar(page);
    await toast(page, '已记录');
    await (await page.waitForSelector(inOverlay('.toast button::-p-text(整页截图)')))!.click();
    await toast(page, '已加整页截图');
    expect(await page.evaluate(() => scrollY)).toBe(333);
    const after = await page.evaluate(() => {
      document.querySelector('duwang-overlay')!.remove();
      return document.documentElement.outerHTML;
    });
    expect(after).toBe(before.replace(/<duwang-overlay.*<\/duwang-overlay>/s, ''));
    expect(await page.$eval('.bar', (bar) => getComputedStyle(bar).opacity)).toBe('1');

    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '整页截图');
    await workbench.waitForSelector('.evidences li:nth-child(2) ::-p-text(整页截图)');
    const seen = await colours(workbench, '.picture-long img');
    expect(seen.width).toBe(viewport.width);
    expect(seen.height).toBeGreaterThan(PAGE_PX);
    expect(seen.bars).toEqual([0]);
    expect(seen.stripes).toHaveLength(STRIPES);
    for (const [index, top] of seen.stripes.entries())
      expect(Math.abs(top - (30 + index * STRIPE_PX))).toBeLessThanOrEqual(2);
  });

  it('stands beside a picture that the reviewer brings along', async () => {
    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '整页截图');
    const file = join(run.browser.downloads, 'phone.png');
    writeFileSync(file, Buffer.from(await workbench.screenshot({ type: 'png' })));
    const input = (await workbench.$('.bring input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await workbench.waitForSelector('.evidences li:nth-child(3) ::-p-text(人工添加)');
    await (await workbench.waitForSelector('.undo button'))!.click();
    await workbench.waitForFunction(() => document.querySelectorAll('.evidences > li').length === 2);
    // Copied on the phone's other screen and pasted here, wherever the focus is.
    await workbench.evaluate(async () => {
      const canvas = new OffscreenCanvas(390, 844);
      canvas.getContext('2d')!.fillRect(0, 0, 390, 400);
      const picture = new File([await canvas.convertToBlob()], 'image.png', { type: 'image/png' });
      const clipboardData = new DataTransfer();
      clipboardData.items.add(picture);
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      // Firefox lets nobody put files into it otherwise.
      Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
      document.body.dispatchEvent(paste);
    });
    await workbench.waitForSelector('.evidences li:nth-child(3) ::-p-text(人工添加)');
    await workbench.waitForFunction(
      () =>
        (document.querySelector<HTMLImageElement>('.evidences li:nth-child(3) img')?.naturalHeight ?? 0) >=
        844,
    );
    await (await workbench.waitForSelector('.undo button'))!.click();
    await workbench.waitForFunction(() => document.querySelectorAll('.evidences > li').length === 2);
    writeFileSync(file, 'no picture');
    await ((await workbench.$('.bring input')) as ElementHandle<HTMLInputElement>).uploadFile(file);
    await workbench.waitForSelector('[role=alert] ::-p-text(不是图片)');
  });

  it('is no picture at all when the reviewer leaves the page half-way, and the page stands as before', async () => {
    const page = await run.browser.open(`${address}left`);
    await page.evaluate(() => scrollTo({ top: 222, behavior: 'instant' }));
    await run.browser.clickToolbar(page);
    await toast(page, '已记录');
    await (await page.waitForSelector(inOverlay('.toast button::-p-text(整页截图)')))!.click();
    // It is under way once the page stands on another screen.
    await page.waitForFunction(() => scrollY > 500);
    await run.browser.open('about:blank');
    // A tab in the back paints nothing, so its frames are no clock.
    await page.waitForFunction(
      () => {
        const said = document
          .querySelector('duwang-overlay')
          ?.shadowRoot?.querySelector('.toast')?.textContent;
        return said?.includes('未能截取整页') && said.includes('截取时离开');
      },
      { polling: 100 },
    );
    await page.bringToFront();
    expect(await page.evaluate(() => scrollY)).toBe(222);
    expect(await page.$eval('.bar', (bar) => getComputedStyle(bar).opacity)).toBe('1');
    const workbench = await openWorkbench(run.browser);
    await workbench.click('.row');
    await workbench.waitForSelector('.detail .evidences');
    expect(await workbench.$$('.evidences > li')).toHaveLength(1);
  });
});

/** Reads a picture's pixels: where the fixed bar begins, and where each stripe does, in px from the top. */
async function colours(page: Page, selector: string) {
  await page.waitForFunction(
    (selector) => (document.querySelector<HTMLImageElement>(selector)?.naturalWidth ?? 0) > 0,
    {},
    selector,
  );
  return page.$eval(
    selector,
    (element, count) => {
      const image = element as HTMLImageElement;
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const column = (x: number) => pen.getImageData(x, 0, 1, image.naturalHeight).data;
      const begins = (data: Uint8ClampedArray, is: (r: number, g: number, b: number) => boolean) => {
        const tops: number[] = [];
        for (let y = 0, inside = false; y < data.length / 4; y++) {
          const now = is(data[4 * y]!, data[4 * y + 1]!, data[4 * y + 2]!);
          if (now && !inside) tops.push(y);
          inside = now;
        }
        return tops;
      };
      const plain = column(700);
      return {
        width: image.naturalWidth,
        height: image.naturalHeight,
        bars: begins(column(100), (r, g, b) => r > 150 && g < 60 && b < 60),
        stripes: Array.from(
          { length: count },
          (_, index) =>
            begins(plain, (r, g, b) => r < 40 && b > 200 && Math.abs(g - index * 6) <= 2)[0] ?? -1,
        ),
      };
    },
    STRIPES,
  );
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toast } from './harness/overlay';
import { kinds, session } from './harness/session';
import { choose } from './harness/workbench';

let server: Server;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>无痕页面</title><p>关于有关事项的通知</p>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.close();
});

describe.each(kinds)('a private window in %s', (kind) => {
  const run = session(kind, { reviewer: '甲' });

  it('gives its findings to the ordinary workbench, and the reviewer is told so', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const own = await run.browser.openOwn('workbench.html', 'header.top');
    const opened = run.browser.nextPage('127.0.0.1');
    await own.evaluate(async (url) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own API, untyped out here
      const { windows } = (globalThis as any).browser ?? (globalThis as any).chrome;
      await windows.create({ incognito: true, url });
    }, address);
    const page = await opened;
    await page.waitForSelector('p');
    await run.browser.clickToolbar(page);
    expect(await toast(page, '已记录')).toContain('请在普通窗口的工作台中查看');
    // Chromium shows an extension's pages in no private window; Firefox does, in the window in front, and keeps nothing there.
    if (kind === 'firefox') {
      const inside = await run.browser.openOwn('workbench.html', '[role=alert]');
      expect(await inside.$eval('[role=alert]', (alert) => alert.textContent)).toContain(
        '请在普通窗口中使用',
      );
    }
    await own.bringToFront();
    await choose(own, '无痕页面');
    await own.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.detail img')?.naturalWidth ?? 0) > 0,
      { polling: 100 },
    );
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toast } from './harness/overlay';
import { session } from './harness/session';
import { choose, openWorkbench } from './harness/workbench';

const run = session('chromium', { reviewer: '甲' });
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

it('a finding from a private window is kept, and the reviewer is told where it is', async () => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const own = await run.browser.openOwn('workbench.html', 'header.top');
  const opened = run.browser.nextPage('127.0.0.1');
  await own.evaluate(async (url) => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's own API, untyped out here
    await (globalThis as any).chrome.windows.create({ incognito: true, url });
  }, address);
  const page = await opened;
  await page.waitForSelector('p');
  await run.browser.clickToolbar(page);
  expect(await toast(page, '已记录')).toContain('请在普通窗口的工作台中查看');
  const workbench = await openWorkbench(run.browser);
  await choose(workbench, '无痕页面');
  await workbench.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.detail img')?.naturalWidth ?? 0) > 0,
  );
});

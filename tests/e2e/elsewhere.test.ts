import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOverlay, toast } from './harness/overlay';
import { session } from './harness/session';
import { choose, detail, openWorkbench } from './harness/workbench';

const html = `<!doctype html><meta charset="utf-8"><title>云河市情况通报（镜像）</title>
<h1>云河市情况通报（镜像）</h1><p>发布时间：2024-03-01</p><p>本页是内部网站上的副本，供核对使用。</p>`;

/** Where the extension has no permission: a mirror on another host, and the browser's own pages. */
describe('pages beside *.gov.cn', () => {
  const run = session('chromium');
  let server: Server;
  let address = '';

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(html);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tb.html`;
  });
  afterAll(() => {
    server.close();
  });

  it('are left alone until the toolbar button is clicked, and then recorded with a picture', async () => {
    const page = await run.browser.open(address);
    expect(await page.$('duwang-overlay')).toBeNull();
    await run.browser.clickToolbar(page);
    expect(await toast(page, '已记录')).toBe('已记录');
    await page.waitForSelector(inOverlay('.badge'));
    const workbench = await openWorkbench(run.browser);
    await choose(workbench, '云河市情况通报');
    expect(await detail(workbench)).toContain('2024-04-18');
    await workbench.waitForSelector('.detail img');
  });

  it('say in the workbench why a page of the browser itself cannot be read', async () => {
    const page = await run.browser.open('chrome://version');
    const opened = run.browser.browser.waitForTarget((target) => target.url().includes('notice=unreadable'));
    await run.browser.clickToolbar(page);
    const workbench = (await (await opened).page())!;
    const notice = await workbench.waitForSelector('.notice');
    expect(await notice!.evaluate((element) => element.textContent)).toContain('扩展无法读取');
  });
});

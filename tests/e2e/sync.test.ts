import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { PASSWORD, startEndpoint } from '../lib/endpoint';
import { launch, type TestBrowser } from './harness/browser';
import { badge, toast } from './harness/overlay';
import { settle } from './harness/settings';
import { choose, detail } from './harness/workbench';

const HOST = 'sync.yunhe-demo.gov.cn';

/** Answers for every host of the demo, and passes on what is meant for the endpoint's while the reviewers are online. */
async function front(demo: Demo, endpoint: string, isOnline: () => boolean): Promise<Server> {
  const server = createServer((asked, answer) => {
    const isSync = asked.headers.host === HOST;
    if (isSync && !isOnline()) {
      asked.destroy();
      return;
    }
    const to = isSync ? new URL(endpoint).port : demo.port;
    const { method, headers, url: path } = asked;
    const passed = request({ host: '127.0.0.1', port: to, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('two reviewers of a team', () => {
  let demo: Demo;
  let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
  let server: Server;
  let wang: TestBrowser;
  let li: TestBrowser;
  let online = true;

  beforeAll(async () => {
    demo = await startDemo();
    endpoint = await startEndpoint([
      ['王检查', 'gov', 'reviewer'],
      ['li', 'gov', 'reviewer'],
    ]);
    server = await front(demo, endpoint.url, () => online);
    const { port } = server.address() as AddressInfo;
    [wang, li] = await Promise.all([launch('chromium', { port }), launch('chromium', { port })]);
    await Promise.all([settle(wang), settle(li)]);
  });
  afterAll(async () => {
    await Promise.all([wang?.close(), li?.close()]);
    server?.closeAllConnections();
    server?.close();
    await endpoint?.stop();
    await demo?.close();
  });

  async function openSettings(browser: TestBrowser): Promise<Page> {
    const page = await browser.openOwn('workbench.html', 'header.top');
    await (await page.waitForSelector('nav button::-p-text(设置)'))!.click();
    await page.waitForSelector('.team');
    return page;
  }

  async function join(page: Page, values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const field = (await page.$(`.team [name=${name}]`))!;
      await field.click({ count: 3 });
      await field.type(value);
    }
    const clear = await page.$('.team [name=clearText]:not(:checked)');
    await clear?.click();
    await (await page.$('.team [type=submit]'))!.click();
  }

  it('are told what is wrong before they have joined', async () => {
    const page = await openSettings(wang);
    const right = { url: `http://${HOST}/`, team: 'gov', user: '王检查', password: PASSWORD };
    const alert = (text: string) => page.waitForSelector(`.team [role=alert]::-p-text(${text})`);
    await join(page, { ...right, password: 'wrong password' });
    await alert('用户名或密码不正确');
    await join(page, { ...right, team: 'nobody' });
    await alert('没有这个团队');
    await join(page, { ...right, url: 'http://www.yunhe-demo.gov.cn/' });
    await alert('不是同步服务');
    await join(page, { ...right, url: `http://${HOST}:1/` });
    await alert('连接不上');
    await join(page, right);
    await page.waitForSelector('.settings p::-p-text(已加入 sync.yunhe-demo.gov.cn 的团队“gov”)');
    await page.waitForSelector('.sync::-p-text(上次同步)');
    await page.close();
  });

  it('see each other’s finding with its picture', async () => {
    const page = await wang.open('http://ylzx.yunhe-demo.gov.cn/tzgg/');
    await badge(page);
    await wang.clickToolbar(page);
    await toast(page, '已记录');
    const mine = await wang.openOwn('workbench.html', '.row');
    await (await mine.waitForSelector('.sync button::-p-text(立即同步)'))!.click();
    await mine.waitForFunction(() => !document.querySelector('.sync')?.textContent?.includes('待上传'));

    const settings = await openSettings(li);
    await join(settings, { url: `http://${HOST}/`, team: 'gov', user: 'li', password: PASSWORD });
    await settings.waitForSelector('.sync::-p-text(上次同步)');
    const theirs = await li.openOwn('workbench.html', '.row');
    await choose(theirs, '云河市园林事务中心');
    expect(await detail(theirs)).toContain('王检查');
    await theirs.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.detail img')?.naturalWidth ?? 0) > 0,
    );
  });

  /** Presses 立即同步 and waits until that exchange is over. */
  async function exchange(page: Page): Promise<void> {
    await (await page.waitForSelector('.sync button:enabled::-p-text(立即同步)'))!.click();
    await page.waitForSelector('.sync button:disabled::-p-text(正在同步)');
    await page.waitForSelector('.sync button:enabled::-p-text(立即同步)');
  }

  const chosenUnit = (page: Page) =>
    page.$eval('form.edit [name=unit]', (field) => (field as HTMLInputElement).value);

  it('see both values where they disagree, whoever was first, and decide', async () => {
    const [mine, theirs] = [
      await wang.openOwn('workbench.html', '.row'),
      await li.openOwn('workbench.html', '.row'),
    ];
    const pages = [mine, theirs];
    // Neither sees the other's value before deciding, whenever the backgrounds wake up.
    online = false;
    for (const [page, unit, note] of [
      [mine, '甲单位', ''],
      [theirs, '乙单位', '还没写完'],
    ] as const) {
      await choose(page, '云河市园林事务中心');
      const field = (await page.waitForSelector('form.edit [name=unit]'))!;
      await field.click({ count: 3 });
      await field.type(unit);
      await (await page.$('form.edit [type=submit]'))!.click();
      await page.waitForSelector('.undo');
      await page.type('form.edit [name=note]', note);
    }
    await exchange(mine);
    await mine.waitForSelector('.sync b::-p-text(连接不上)');
    online = true;
    // The later edit is sent last: what it meets is older, which must show all the same.
    await exchange(mine);
    await exchange(theirs);
    await exchange(mine);
    for (const page of pages) {
      const disputes = (await page.waitForSelector('.disputes'))!;
      const text = await disputes.evaluate((element) => element.textContent ?? '');
      expect(text).toMatch(/甲单位\s*王检查/);
      expect(text).toMatch(/乙单位\s*li/);
      await page.waitForSelector('.row-current::-p-text(意见不一致)');
      await page.waitForSelector('.sync::-p-text(冲突 1)');
    }
    // What is being typed survives what arrives.
    expect(await theirs.$eval('form.edit [name=note]', (field) => (field as HTMLTextAreaElement).value)).toBe(
      '还没写完',
    );
    await theirs.click('.disputes button[aria-label="采用 甲单位"]');
    await exchange(theirs);
    await exchange(mine);
    for (const page of pages) {
      await page.waitForFunction(() => !document.querySelector('.disputes'));
      expect(await chosenUnit(page)).toBe('甲单位');
      await page.close();
    }
  });

  it('lose nothing when the background is killed in the middle of it', async () => {
    for (const path of ['/', '/zwgk/bmgk/', '/xw/dtyw/202404/t20240417_1001.html']) {
      const page = await wang.open(`http://www.yunhe-demo.gov.cn${path}`);
      await badge(page);
      await wang.clickToolbar(page);
      await toast(page, '已记录');
    }
    const mine = await wang.openOwn('workbench.html', '.row');
    const now = (await mine.waitForSelector('.sync button::-p-text(立即同步)'))!;
    await now.click();
    await wang.killBackground();
    await now.click();
    await mine.waitForFunction(() => !document.querySelector('.sync')?.textContent?.includes('待上传'));
    const theirs = await li.openOwn('workbench.html', '.row');
    await (await theirs.waitForSelector('.sync button::-p-text(立即同步)'))!.click();
    await theirs.waitForFunction(() => document.querySelector('.row')?.getAttribute('aria-setsize') === '4');
  });
});

import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { selfSigned } from '../lib/certificate';
import { PASSWORD, startEndpoint } from '../lib/endpoint';
import { launch, type TestBrowser } from './harness/browser';
import { SYNC_HOST, startFront } from './harness/front';
import { badge, toast } from './harness/overlay';
import { kinds } from './harness/session';
import { settle } from './harness/settings';
import { choose, detail } from './harness/workbench';

const HOST = SYNC_HOST;

/** Opens the settings of the workbench. */
async function openSettings(browser: TestBrowser): Promise<Page> {
  const page = await browser.openOwn('workbench.html', 'header.top');
  await (await page.waitForSelector('nav button::-p-text(设置)'))!.click();
  await page.waitForSelector('.team, .settings p[role=status]');
  return page;
}

/** Fills the form of the team in and sends it; http is confirmed where the form asks. */
async function join(page: Page, values: Record<string, string>, remember = true): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = (await page.waitForSelector(`.team [name=${name}]`))!;
    await field.click({ count: 3 });
    await field.type(value);
  }
  await (await page.$('.team [name=clearText]:not(:checked)'))?.click();
  if (!remember) await (await page.$('.team [name=remember]:checked'))?.click();
  await (await page.$('.team [type=submit]'))!.click();
}

describe('two reviewers of a team', () => {
  let demo: Demo;
  let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
  let server: Awaited<ReturnType<typeof startFront>>;
  let wang: TestBrowser;
  let li: TestBrowser;
  let online = true;

  beforeAll(async () => {
    demo = await startDemo();
    endpoint = await startEndpoint([
      ['王检查', 'gov', 'reviewer'],
      ['li', 'gov', 'reviewer'],
    ]);
    server = await startFront(demo, endpoint.url, () => online);
    const { port } = server;
    [wang, li] = await Promise.all([launch('chromium', { port }), launch('chromium', { port })]);
    await Promise.all([settle(wang), settle(li)]);
  });
  afterAll(async () => {
    await Promise.all([wang?.close(), li?.close()]);
    server?.close();
    await endpoint?.stop();
    await demo?.close();
  });

  it('join', async () => {
    const page = await openSettings(wang);
    await join(page, { url: `http://${HOST}/`, team: 'gov', user: '王检查', password: PASSWORD });
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

  /** Presses 立即同步 and waits until that exchange is over; watched from within, since it can be over before a question from here arrives. */
  async function exchange(page: Page): Promise<void> {
    await page.waitForSelector('.sync button:enabled::-p-text(立即同步)');
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const shown = (words: string) =>
            [...document.querySelectorAll<HTMLButtonElement>('.sync button')].find((button) =>
              button.textContent?.includes(words),
            );
          let begun = false;
          new MutationObserver((_, observer) => {
            begun ||= Boolean(shown('正在同步'));
            if (!begun || !shown('立即同步')) return;
            observer.disconnect();
            resolve();
          }).observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
          shown('立即同步')!.click();
        }),
    );
    await page.waitForSelector('.sync button:enabled::-p-text(立即同步)');
  }

  const chosenUnit = (page: Page) =>
    page.$eval('form.edit [name=unit]', (field) => (field as HTMLInputElement).value);

  /** Ends a time offline, which one of them is told of: both send what they have and see what the other has. */
  async function meetAgain(mine: Page, theirs: Page): Promise<void> {
    await exchange(mine);
    await mine.waitForSelector('.sync b::-p-text(连接不上)');
    online = true;
    await exchange(mine);
    await exchange(theirs);
    await exchange(mine);
  }

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
    // The later edit is sent last: what it meets is older, which must show all the same.
    await meetAgain(mine, theirs);
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

  it('keep a finding that one removes while the other goes on working on it, and decide', async () => {
    const [mine, theirs] = [
      await wang.openOwn('workbench.html', '.row'),
      await li.openOwn('workbench.html', '.row'),
    ];
    online = false;
    for (const page of [mine, theirs]) await choose(page, '云河市园林事务中心');
    await mine.keyboard.press('Delete');
    await mine.waitForFunction(() => !document.querySelector('.row'));
    await theirs.type('form.edit [name=note]', '已电话告知');
    await (await theirs.$('form.edit [type=submit]'))!.click();
    await theirs.waitForSelector('.undo');
    await meetAgain(mine, theirs);
    await choose(mine, '云河市园林事务中心');
    for (const page of [mine, theirs]) {
      const disputes = (await page.waitForSelector('.disputes'))!;
      const text = await disputes.evaluate((element) => element.textContent ?? '');
      expect(text).toMatch(/保留\s*li/);
      expect(text).toMatch(/删除\s*王检查/);
    }
    await mine.click('.disputes button[aria-label="采用 保留"]');
    await exchange(mine);
    await exchange(theirs);
    for (const page of [mine, theirs]) {
      await page.waitForFunction(() => !document.querySelector('.disputes'));
      expect(await page.$eval('form.edit [name=note]', (field) => (field as HTMLTextAreaElement).value)).toBe(
        '已电话告知',
      );
      await page.close();
    }
  });

  it('see both values of what they set together, a word of the office’s list, and decide', async () => {
    const [mine, theirs] = [
      await wang.openOwn('workbench.html', '.row'),
      await li.openOwn('workbench.html', '.row'),
    ];
    online = false;
    for (const [page, right] of [
      [mine, '云河市'],
      [theirs, '云和市'],
    ] as const) {
      await page.click('[data-view=terms]');
      await (await page.waitForSelector('.terms [name=list]'))!.type(`云合市,${right}`);
      await page.click('.terms [type=submit]');
      await page.waitForSelector(`.terms td::-p-text(${right})`);
      expect(await page.$('.shared-disputes')).toBeNull();
    }
    await meetAgain(mine, theirs);
    for (const page of [mine, theirs]) {
      await (await page.waitForSelector('.shared-disputes summary'))!.click();
      const text = await page.$eval('.shared-disputes', (element) => (element as HTMLElement).innerText);
      expect(text).toMatch(/云河市\s*王检查/);
      expect(text).toMatch(/云和市\s*li/);
      await page.waitForSelector('.sync::-p-text(冲突 1)');
    }
    await theirs.click('.shared-disputes button[aria-label="采用 云河市"]');
    await theirs.waitForFunction(() => !document.querySelector('.shared-disputes'));
    await exchange(theirs);
    await exchange(mine);
    for (const page of [mine, theirs]) {
      await page.waitForFunction(() => !document.querySelector('.shared-disputes'));
      await page.waitForSelector('.terms td::-p-text(云河市)');
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

describe.each(kinds)('a reviewer with %s', (kind) => {
  let demo: Demo;
  let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
  let server: Awaited<ReturnType<typeof startFront>>;
  let secure: SecureServer;
  let browser: TestBrowser;
  let secureUrl: string;
  const deadUrl = kind === 'firefox' ? 'http://127.0.0.1:1/' : `http://${HOST}:1/`;

  beforeAll(async () => {
    demo = await startDemo();
    endpoint = await startEndpoint([
      ['王检查', 'gov', 'reviewer'],
      ['zhao', 'other', 'reviewer'],
    ]);
    server = await startFront(demo, endpoint.url);
    secure = createSecureServer(selfSigned(HOST), (_, answer) => answer.end('{}'));
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const securePort = (secure.address() as AddressInfo).port;
    // Firefox's proxy of the demo is for http only.
    secureUrl = kind === 'firefox' ? `https://127.0.0.1:${securePort}/` : `https://${HOST}/`;
    browser = await launch(kind, {
      port: server.port,
      securePort,
      grantWithoutAsking: kind === 'firefox',
    });
    await settle(browser);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    secure?.closeAllConnections();
    secure?.close();
    await endpoint?.stop();
    await demo?.close();
  });

  const right = { url: `http://${HOST}/`, team: 'gov', user: '王检查', password: PASSWORD };

  it('is told what is wrong, each cause by its own words', async () => {
    const page = await openSettings(browser);
    const tried = async (change: Partial<typeof right>, words: string) => {
      await join(page, { ...right, ...change });
      await page.waitForSelector(`.team [role=alert]::-p-text(${words})`);
    };
    await tried({ password: 'wrong password' }, '用户名或密码不正确');
    await tried({ user: 'nobody' }, '用户名或密码不正确');
    await tried({ team: 'nobody' }, '没有这个团队');
    await tried({ team: 'other' }, '没有访问这个团队的权限');
    await tried({ url: 'http://www.yunhe-demo.gov.cn/' }, '不是同步服务');
    await tried({ url: deadUrl }, '连接不上');
    await tried({ url: secureUrl }, '证书有问题');
    await tried({ url: 'ftp://x' }, '不是有效的地址');
    await tried({ team: 'Gov 1' }, '不是有效的团队名');
    expect(await storedTexts(page)).not.toContain('wrong password');
    await page.close();
  });

  it('keeps the password out of the files, and is asked again after the browser was closed', async () => {
    const page = await openSettings(browser);
    await join(page, right, false);
    await page.waitForSelector('.settings p::-p-text(已加入 sync.yunhe-demo.gov.cn 的团队“gov”)');
    await page.waitForSelector('.sync::-p-text(上次同步)').catch(async (error: Error) => {
      throw new Error(await page.$eval('body', (body) => body.innerText), { cause: error });
    });
    expect(await storedTexts(page)).not.toContain(PASSWORD);
    await browser.restart();
    const again = await browser.openOwn('workbench.html', 'header.top');
    await again.waitForSelector('.sync b::-p-text(请重新输入密码)');
    await (await again.waitForSelector('.sync button::-p-text(去设置)'))!.click();
    await again.waitForSelector('.team [name=password]');
    // The form is filled in as soon as the stored team is read.
    await again.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.team [name=user]')?.value === '王检查',
    );
    await again.type('.team [name=password]', PASSWORD);
    await (await again.$('.team [type=submit]'))!.click();
    await again.waitForFunction(() => !document.querySelector('.team'));
    await again.waitForFunction(() => !document.querySelector('.sync b'));
    await again.close();
  });
});

/** Everything that the extension keeps on the disk: its settings, and its database, from which every export is made. */
function storedTexts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's own API, untyped out here
    const own = globalThis as any;
    const texts = [JSON.stringify(await (own.browser ?? own.chrome).storage.local.get(null))];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('duwang'));
    for (const name of [...db.objectStoreNames].filter((store) => store !== 'blobs'))
      texts.push(JSON.stringify(await done(db.transaction(name).objectStore(name).getAll())));
    db.close();
    return texts.join('\n');
  });
}

import { type Browser, type Extension, launch, type Page } from 'puppeteer-core';
import type { Place, TestBrowser } from './browser';
import { environment, viewport } from './common';
import { answerSecureHosts } from './secure';

/** Chromium over the DevTools protocol: a real toolbar click, and the service worker within reach. */
export class Chromium implements TestBrowser {
  readonly kind = 'chromium';
  readonly downloads: string;
  browser!: Browser;
  private extension: Extension | null = null;

  private constructor(private readonly place: Place) {
    this.downloads = place.downloads;
  }

  static async start(place: Place): Promise<Chromium> {
    const chromium = new Chromium(place);
    await chromium.launch();
    return chromium;
  }

  private async launch(): Promise<void> {
    this.browser = await launch({
      browser: 'chrome',
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: this.place.headless,
      pipe: true,
      enableExtensions: true,
      userDataDir: this.place.profile,
      defaultViewport: this.place.headless ? viewport : null,
      args: ['--no-sandbox', '--disable-background-networking', `--host-resolver-rules=${this.mapped()}`],
      env: environment,
      downloadBehavior: { policy: 'allow', downloadPath: this.downloads },
    });
    if (this.place.hosts.length > 0) {
      // Tabs that the extension opens: they begin at about:blank, so this is in place before they go on.
      this.browser.on('targetcreated', (target) => {
        if (target.type() === 'page') void target.page().then((page) => page && this.prepare(page));
      });
    }
    if (!this.place.extension) return;
    const id = await this.browser.installExtension(this.place.extension, { enabledInIncognito: true });
    this.extension = (await this.browser.extensions()).get(id)!;
  }

  private readonly prepared = new WeakMap<Page, Promise<void>>();

  private prepare(page: Page): Promise<void> {
    if (this.place.hosts.length === 0) return Promise.resolve();
    const known = this.prepared.get(page) ?? answerSecureHosts(page, this.place.port).catch(() => undefined);
    this.prepared.set(page, known);
    return known;
  }

  /** The portal's hosts, and those given, all answered by one server on loopback. */
  private mapped(): string {
    return ['*.gov.cn', ...this.place.hosts]
      .map((host) => `MAP ${host}:80 127.0.0.1:${this.place.port}`)
      .concat(this.place.securePort ? [`MAP *.gov.cn:443 127.0.0.1:${this.place.securePort}`] : [])
      .join(',');
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await this.prepare(page);
    await page.goto(url);
    return page;
  }

  async openOwn(path: string, ready: string): Promise<Page> {
    const page = await this.open(`chrome-extension://${this.extension!.id}/${path}`);
    await page.waitForSelector(ready);
    return page;
  }

  async nextPage(part: string): Promise<Page> {
    const known = new Set(this.browser.targets());
    const target = await this.browser.waitForTarget((one) => !known.has(one) && one.url().includes(part));
    return (await target.page())!;
  }

  async clickToolbar(page: Page): Promise<void> {
    await page.bringToFront();
    await page.triggerExtensionAction(this.extension!);
  }

  /** The menu itself is drawn by the operating system, so its event is dispatched where the extension listens. */
  async flagSelection(page: Page): Promise<void> {
    await page.bringToFront();
    const selectionText = await page.evaluate(() => String(getSelection()));
    const worker = await this.worker();
    await worker.evaluate(
      async (url, text) => {
        // biome-ignore lint/suspicious/noExplicitAny: `dispatch` is not part of the typed API
        const { tabs, contextMenus } = (globalThis as any).chrome;
        const [tab] = await tabs.query({ active: true, url });
        contextMenus.onClicked.dispatch({ menuItemId: 'flag-selection', selectionText: text }, tab);
      },
      page.url().replace(/[?#].*$/, '*'),
      selectionText,
    );
  }

  async killBackground(): Promise<void> {
    const worker = await this.worker();
    const gone = new Promise<void>((resolve) => {
      this.browser.on('targetdestroyed', (target) => {
        if (target.type() === 'service_worker') resolve();
      });
    });
    await worker.close();
    await gone;
  }

  async reloadExtension(): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the worker's own API, untyped out here
      const { runtime } = (globalThis as any).chrome;
      // Later, since the worker does not live to report it.
      setTimeout(() => runtime.reload());
    });
  }

  private async worker() {
    const target = await this.browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().includes(this.extension!.id),
    );
    return (await target.worker())!;
  }

  async restart(): Promise<void> {
    await this.browser.close();
    await this.launch();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

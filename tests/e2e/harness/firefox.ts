import { setImmediate } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { Place, TestBrowser } from './browser';
import { environment, viewport } from './common';

const addon = 'duwang@duwang.example';
/** The extension's origin, fixed so that its pages can be opened: moz-extension://… */
const origin = '6f0d9a52-6b0b-4f0e-9f57-2d1c65b0a111';
/** Ids that Firefox derives from the add-on's id for its button and its menu entries. */
const widget = 'duwang_duwang_example-browser-action';
const menuEntry = 'duwang_duwang_example-menuitem-_flag-selection';

/** The raw WebDriver BiDi connection, for what Puppeteer does not wrap: scripts in the browser's own window. */
interface Bidi {
  connection: {
    send(
      method: string,
      params: object,
    ): Promise<{ result: { contexts: { context: string }[]; type?: string } }>;
  };
}

/**
 * Waits for a selector. The wait may meet the change from the blank page, more than once where the machine is slow, and
 * ends with it; it begins again once the browser's messages have been read, without which the page would stay as it was
 * and the test could not even time out.
 * @throws when the page is closed, or after 30 s
 */
async function appears(page: Page, ready: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      await page.waitForSelector(ready);
      return;
    } catch (error) {
      if ((error as Error).name === 'TimeoutError' || page.isClosed() || Date.now() > deadline) throw error;
      await setImmediate();
    }
  }
}

/** Firefox over WebDriver BiDi: button and menu are pressed in the browser's own window. */
export class Firefox implements TestBrowser {
  readonly kind = 'firefox';
  readonly downloads: string;
  browser!: Browser;

  private constructor(private readonly place: Place) {
    this.downloads = place.downloads;
  }

  static async start(place: Place): Promise<Firefox> {
    const firefox = new Firefox(place);
    await firefox.launch();
    return firefox;
  }

  private async launch(): Promise<void> {
    this.browser = await launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
      headless: this.place.headless,
      userDataDir: this.place.profile,
      defaultViewport: this.place.headless ? viewport : null,
      args: ['-remote-allow-system-access'],
      env: this.place.home ? { ...environment, HOME: this.place.home } : environment,
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addon]: origin }),
        // An add-on installed for one session keeps its data for the next, as an installed one does.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        // The demo portal is the proxy: it answers for every host and nothing leaves the machine.
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': this.place.port,
        'dom.security.https_first': false,
        'dom.security.https_first_pbm': false,
        'extensions.webextOptionalPermissionPrompts': !this.place.grantWithoutAsking,
        'intl.locale.requested': 'zh-CN',
        'browser.download.folderList': 2,
        'browser.download.dir': this.downloads,
      },
    });
    if (!this.place.extension) return;
    // As with the switch 在隐私窗口中运行 on.
    await this.inWindow(`ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
      .ExtensionPermissions.add('${addon}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] })`);
    await this.browser.installExtension(this.place.extension);
    await this.inWindow(`CustomizableUI.addWidgetToArea('${widget}', 'nav-bar')`);
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  async openOwn(path: string, ready: string): Promise<Page> {
    const page = await this.browser.newPage();
    // This navigation never reports its end; the selector does.
    page.goto(`moz-extension://${origin}/${path}`).catch(() => undefined);
    await appears(page, ready);
    return page;
  }

  async nextPage(part: string): Promise<Page> {
    const known = new Set(this.browser.targets());
    const target = await this.browser.waitForTarget((one) => !known.has(one) && one.url().includes(part));
    return (await target.page())!;
  }

  async clickToolbar(page: Page): Promise<void> {
    await page.bringToFront();
    await this.inWindow(
      `Services.wm.getMostRecentWindow('navigator:browser').document
        .querySelector('#${widget} .unified-extensions-item-action-button').click()`,
    );
  }

  async flagSelection(page: Page): Promise<void> {
    await page.bringToFront();
    const { x, y } = await page.evaluate(() => {
      const { left, top, width, height } = getSelection()!.getRangeAt(0).getClientRects()[0]!;
      return { x: left + width / 2, y: top + height / 2 };
    });
    const chosen = this.inWindow(`new Promise((done) => {
      const menu = document.getElementById('contentAreaContextMenu');
      menu.addEventListener('popupshown', () => {
        menu.activateItem(document.getElementById('${menuEntry}'));
        done();
      }, { once: true });
    })`);
    await page.mouse.click(x, y, { button: 'right' });
    await chosen;
  }

  async killBackground(): Promise<void> {
    await this.inWindow(`WebExtensionPolicy.getByID('${addon}').extension.terminateBackground()`);
  }

  async reloadExtension(): Promise<void> {
    await this.inWindow(`AddonManager.getAddonByID('${addon}').then((one) => one.reload())`);
  }

  /** Runs an expression in the browser's own window, with its rights. */
  private async inWindow(expression: string): Promise<void> {
    const { connection } = this.browser as unknown as Bidi;
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const target = { context: tree.result.contexts[0]!.context };
    const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
    if (result.type === 'exception') throw new Error(`Firefox refused: ${JSON.stringify(result)}`);
  }

  async restart(): Promise<void> {
    await this.browser.close();
    await this.launch();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

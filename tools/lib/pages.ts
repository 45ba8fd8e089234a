import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import type { PageResult } from './inPage';

/** Where a saved page is opened when its own address is not known; nothing is ever fetched from there. */
const UNKNOWN_ADDRESS = 'http://saved.invalid/saved/page.html';

/** Opens saved pages in one headless Chromium: their scripts off, no network, their bytes as they are. */
export class SavedPages {
  private constructor(
    private readonly browser: Browser,
    private readonly shared: Page,
    private readonly script: string,
  ) {}

  static async open(): Promise<SavedPages> {
    const script = await bundleReader();
    const browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage', '--no-first-run'],
    });
    return new SavedPages(browser, await newTab(browser), script);
  }

  /**
   * Reads and judges one saved page.
   *
   * @param file its path; the encoding is left to the browser, as on a real visit.
   * @param url its address, or null when it is not known.
   * @param now the 监测时间点 in ms since 1970.
   * @throws when the file cannot be read or the browser cannot open it.
   */
  async check(file: string, url: string | null, now: number, packId: string): Promise<PageResult> {
    return this.visit(this.shared, file, url, now, packId);
  }

  /**
   * The same in a tab of its own, twice: `first` is what the first page of a site takes, where the script has never run; `next` what
   * the pages after it take, for which the site's process keeps what it compiled.
   */
  async checkTwice(
    file: string,
    url: string | null,
    now: number,
    packId: string,
  ): Promise<{ first: PageResult; next: PageResult }> {
    const tab = await newTab(this.browser);
    try {
      const first = await this.visit(tab, file, url, now, packId);
      return { first, next: await this.visit(tab, file, url, now, packId) };
    } finally {
      await tab.close();
    }
  }

  private async visit(
    page: Page,
    file: string,
    url: string | null,
    now: number,
    packId: string,
  ): Promise<PageResult> {
    const body = await readFile(file);
    const address = new URL(url ?? '', UNKNOWN_ADDRESS).href;
    let served = false;
    const answer = (request: import('puppeteer-core').HTTPRequest) => {
      if (!served && request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        served = true;
        void request.respond({ status: 200, contentType: contentTypeOf(body), body }).catch(() => {});
      } else void request.abort().catch(() => {});
    };
    page.on('request', answer);
    try {
      await page.goto(address, { waitUntil: 'load', timeout: 20_000 });
      await page.evaluate(this.script);
      return (await page.evaluate(
        `document.documentElement.offsetHeight, duwangCheckPage(${JSON.stringify({ url: url ?? undefined, now, packId })})`,
      )) as PageResult;
    } finally {
      page.off('request', answer);
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

async function newTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1366, height: 768 });
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  return page;
}

/**
 * Saved pages are often re-encoded to UTF-8 while their `<meta charset>` still names the old encoding. Text in GBK is
 * practically never valid UTF-8, so valid UTF-8 is served as such; everything else is left to the browser.
 */
function contentTypeOf(body: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return 'text/html; charset=utf-8';
  } catch {
    return 'text/html';
  }
}

/** The reader and the checks as one script. */
async function bundleReader(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      // As the extension ships it: every page compiles this anew.
      minify: true,
      target: 'chrome116',
      lib: { entry: join(process.cwd(), 'tools', 'lib', 'inPage.ts'), formats: ['iife'], name: 'duwang' },
    },
  });
  const output = (Array.isArray(result) ? result[0]! : result) as { output: { code?: string }[] };
  return output.output[0]!.code!;
}

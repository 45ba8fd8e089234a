import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { Chromium } from './chromium';
import { Firefox } from './firefox';

export type BrowserKind = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Port of the demo portal, which answers for every `*.gov.cn` host. */
  port: number;
  /** Further hosts that the portal answers for and that the reviewer has allowed (Chromium only). */
  hosts?: readonly string[];
  /** Optional permissions that the reviewer has given. */
  permissions?: readonly string[];
  /** Port that answers https for every `*.gov.cn` host (Chromium only). */
  securePort?: number;
  /** Home folder of the browser's user, for an administrator's policy (Firefox only). */
  home?: string;
  /** A copy of the build to start with, whose place the test knows: Chromium names an unpacked extension by it. */
  build?: string;
  /** False starts the browser without the extension, to compare pages. */
  extension?: boolean;
  headless?: boolean;
  /** Firefox says yes to what the extension asks for, since nobody can click on its question. */
  grantWithoutAsking?: boolean;
  /** Profile to keep; a temporary one, removed on close, when left out. */
  profile?: string;
}

/** A real browser with the built extension, as an end-to-end test or the demo drives it. */
export interface TestBrowser {
  readonly kind: BrowserKind;
  /** Folder in which downloads land. */
  readonly downloads: string;
  readonly browser: Browser;
  /** Opens an address in a new tab in front. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension itself in a new tab; `ready` is a selector that shows that it is there. */
  openOwn(path: string, ready: string): Promise<Page>;
  /** The next tab, opened by anyone, whose address contains this text. */
  nextPage(part: string): Promise<Page>;
  /** Presses the extension's toolbar button while the page is in front. */
  clickToolbar(page: Page): Promise<void>;
  /** Chooses 标记选中文字 from the context menu of what is selected on the page. */
  flagSelection(page: Page): Promise<void>;
  /** Ends the background (service worker or event page) as the browser does when it idles. */
  killBackground(): Promise<void>;
  /** Reloads the extension, as an update does; open pages keep the script of the old one. */
  reloadExtension(): Promise<void>;
  /** Closes the browser and starts it again on the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Where `wxt build` leaves the extension for a browser. */
export const builds: Record<BrowserKind, string> = {
  chromium: resolve('.output/chrome-mv3'),
  firefox: resolve('.output/firefox-mv3'),
};

/** Everything a launch needs, completed: profile and download folder exist. */
export interface Place {
  port: number;
  /** Folder of the built extension; null starts without it. */
  extension: string | null;
  headless: boolean;
  profile: string;
  downloads: string;
  hosts: readonly string[];
  grantWithoutAsking: boolean;
  securePort: number | null;
  home: string | null;
}

/** Starts a browser; its temporary folders go when it is closed. */
export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'duwang-'));
  const place: Place = {
    port: options.port,
    extension: options.extension === false ? null : allowing(options.build ?? builds[kind], options, folder),
    hosts: options.hosts ?? [],
    grantWithoutAsking: options.grantWithoutAsking ?? false,
    securePort: options.securePort ?? null,
    home: options.home ?? null,
    headless: options.headless ?? true,
    profile: options.profile ?? join(folder, 'profile'),
    downloads: join(folder, 'downloads'),
  };
  mkdirSync(place.profile, { recursive: true });
  mkdirSync(place.downloads);
  const started = await (kind === 'chromium' ? Chromium.start(place) : Firefox.start(place));
  const close = started.close.bind(started);
  started.close = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return started;
}

/**
 * The build to start with: where hosts or permissions are given beforehand, a copy whose manifest asks for them, since
 * nobody can click on the browser's question.
 */
function allowing(build: string, { hosts = [], permissions = [] }: LaunchOptions, folder: string): string {
  if (hosts.length + permissions.length === 0) return build;
  const copy = join(folder, 'extension');
  cpSync(build, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    host_permissions: string[];
    permissions: string[];
  };
  manifest.permissions.push(...permissions);
  manifest.host_permissions.push(...hosts.map((host) => `*://${host}/*`));
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}

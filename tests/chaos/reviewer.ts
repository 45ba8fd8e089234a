import type { Page } from 'puppeteer-core';
import type { PageCapture } from '../../utils/capture';
import { launch, type TestBrowser } from '../e2e/harness/browser';
import { toast } from '../e2e/harness/overlay';

/** What was promised to the reviewer: an entry is here once the extension has said 已记录. */
export interface Promised {
  /** Entry id -> quote, one finding each. */
  entries: Map<string, string>;
  /** Quotes for which a flag was sent, answered or not. */
  sent: Set<string>;
  /** Toolbar clicks on the demo page that were answered, and that were not. */
  clicks: number;
  unanswered: number;
}

/** What is in the extension's database. */
export interface Stored {
  entries: { _id: string; finding: string; fields: Record<string, unknown> }[];
  findings: { id: string; quote: string; evidences: { screenshot: string | null }[] }[];
  blobs: string[];
  /** The store's own report of what it brought back, if it had to. */
  recovery: { entries: number; missing: number } | null;
}

/** A reviewer at a real browser: flags in a row, until the browser is killed. */
export class Reviewer {
  private constructor(
    readonly browser: TestBrowser,
    private readonly workbench: Page,
  ) {}

  /** Starts the browser on the profile; opening the workbench opens the store, which recovers what is gone. */
  static async start(place: { port: number; profile: string }): Promise<Reviewer> {
    const browser = await launch('chromium', place);
    const workbench = await browser.openOwn('workbench.html', 'main');
    return new Reviewer(browser, workbench);
  }

  /** One real click on the toolbar button, screenshot included. */
  async click(url: string, promised: Promised): Promise<void> {
    const page = await this.browser.open(url);
    await this.browser.clickToolbar(page);
    await toast(page, '已记录').then(
      () => promised.clicks++,
      () => promised.unanswered++,
    );
    await page.close();
  }

  /** Flags one quote after the other, as fast as the extension answers, until `ms` have passed; never awaits the last. */
  async flagFor(ms: number, promised: Promised): Promise<void> {
    // The page tells by its console: nothing travels back to it that a kill could cut off.
    this.workbench.on('console', (message) => {
      const [kind, quote = '', entry = ''] = message.text().split(' ');
      if (kind === 'sent') promised.sent.add(quote);
      if (kind === 'kept') promised.entries.set(entry, quote);
    });
    const flags = this.workbench.evaluate(flagWithoutEnd, `${promised.sent.size}`, capture);
    const refused = flags.catch((error: Error) => {
      if (error.message.includes(REFUSED)) throw error;
    });
    await Promise.race([new Promise((resolve) => setTimeout(resolve, ms)), refused]);
    refused.catch(() => {});
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const process = this.browser.browser.process()!;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;
    await this.browser.close().catch(() => {});
  }

  async stored(): Promise<Stored> {
    return this.workbench.evaluate(readStored);
  }

  /** Joins a team as its settings do once the connection was tested. */
  async join(team: { url: string; team: string; user: string }, password: string): Promise<void> {
    await this.workbench.evaluate(joinTeam, team, password);
  }

  /** Asks for an exchange with the team and waits until it is over. */
  async syncNow(): Promise<void> {
    await this.workbench.evaluate(askForSync);
  }

  /** How many entries and files the endpoint has not acknowledged. */
  async waiting(): Promise<number> {
    return this.workbench.evaluate(countWaiting);
  }
}

const capture: PageCapture = {
  url: 'http://www.yunhe-demo.gov.cn/chaos.html',
  title: '页面',
  site: '云和',
  siteCode: '',
  column: '',
  published: null,
  readAt: '2024-04-18T01:00:00.000Z',
  now: '2024-04-18',
  outcomes: [],
  quote: '',
  object: 'site',
  platform: '',
  anchor: null,
  suggestion: '',
  sentence: '',
  verdict: null,
  about: null,
  description: '批注'.repeat(100),
};

const REFUSED = 'not recorded';

/** Runs in the workbench page. */
async function flagWithoutEnd(run: string, capture: PageCapture): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { runtime } = (globalThis as any).chrome;
  for (let id = 0; ; id++) {
    const quote = `第${run}轮第${id}条`;
    console.log('sent', quote);
    const message = { id, type: 'flag', data: { ...capture, quote }, timestamp: Date.now() };
    const answer = await runtime.sendMessage(message);
    const entry = (answer?.res ?? answer)?.recorded?.undo[0];
    if (!entry) throw new Error(`not recorded: ${JSON.stringify(answer)}`);
    console.log('kept', quote, entry);
  }
}

/** Runs in the workbench page. */
async function joinTeam(team: object & { user: string }, password: string): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { storage } = (globalThis as any).chrome;
  await storage.local.set({
    settings: { reviewer: team.user },
    'team-password': password,
    team: { ...team, clearText: true },
  });
}

/** Runs in the workbench page. */
async function askForSync(): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { runtime } = (globalThis as any).chrome;
  await runtime.sendMessage({ id: 1, type: 'syncNow', timestamp: Date.now() });
}

/** Runs in the workbench page. */
async function countWaiting(): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('duwang'));
  const count = await done(db.transaction('outbox').objectStore('outbox').count());
  db.close();
  return count;
}

/** Runs in the workbench page, beside the extension's own code. */
async function readStored(): Promise<Stored> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('duwang'));
  const tx = db.transaction(['entries', 'packs', 'findings', 'rows', 'blobs']);
  const [loose, packs, looseRows, rowPacks, blobs] = await Promise.all([
    done(tx.objectStore('entries').getAll()),
    done(tx.objectStore('packs').getAll()),
    done(tx.objectStore('findings').getAll()),
    done(tx.objectStore('rows').getAll()),
    done(tx.objectStore('blobs').getAllKeys()),
  ]);
  // As utils/findings/pack.ts and rows.ts keep them: many in one record, and a row by itself wins.
  const entries = [
    ...loose,
    ...packs.flatMap((pack) => pack.texts.flatMap((text: string) => JSON.parse(text))),
  ];
  const present = new Set(looseRows.map((row) => row.id));
  const findings = rowPacks
    .flatMap((pack) => pack.ids.map((id: string, at: number) => ({ id, said: pack.said[at] })))
    .filter((row) => !present.has(row.id))
    .concat(looseRows);
  db.close();
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals, untyped in here
  const { storage } = (globalThis as any).chrome;
  const recovery = (await storage.local.get('mirror/recovery'))['mirror/recovery'] ?? null;
  await storage.local.remove('mirror/recovery');
  // As utils/findings/row.ts keeps them: what says something, as one text.
  const rows = (findings as { id: string; said: string }[]).map(({ id, said }) => ({
    quote: '',
    evidences: [],
    ...JSON.parse(said),
    id,
  }));
  return { entries, findings: rows, blobs: blobs as string[], recovery };
}

import type { Page } from 'puppeteer-core';
import type { PageCapture } from '../../utils/capture';
import type { Entry } from '../../utils/findings/entry';
import { launch, type TestBrowser } from '../e2e/harness/browser';
import { toast } from '../e2e/harness/overlay';
import { merge } from '../e2e/harness/workbench';
import {
  askForSync,
  confirmWithoutEnd,
  countWaiting,
  flagWithoutEnd,
  joinTeam,
  type Kept,
  mergeTold,
  readKept,
} from './inPage';
import type { Volume } from './volume';

/** What was promised to the reviewer: an entry is here once the extension has said 已记录, and so on. */
export interface Promised {
  /** Entry id -> quote, one finding each. */
  entries: Map<string, string>;
  /** Quotes for which a flag was sent, answered or not. */
  sent: Set<string>;
  /** Toolbar clicks on the demo page that were answered, and that were not. */
  clicks: number;
  unanswered: number;
  /** Review files that the workbench said it had merged. */
  volumes: Set<Volume>;
  /** How often it said so. */
  merges: number;
  /** Findings that the ledger showed as 已确认. */
  confirmed: Set<string>;
}

export function nothingPromised(): Promised {
  return {
    entries: new Map(),
    sent: new Set(),
    clicks: 0,
    unanswered: 0,
    volumes: new Set(),
    merges: 0,
    confirmed: new Set(),
  };
}

/** What is in the extension's database. */
export type Stored = Omit<Kept, 'entries'> & { entries: Entry[] };

/** A reviewer at a real browser, who works until the browser is killed. */
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
    this.hear({
      sent: (quote) => promised.sent.add(quote),
      kept: (quote, entry) => promised.entries.set(entry, quote),
    });
    await within(ms, this.workbench.evaluate(flagWithoutEnd, `${promised.sent.size}`, capture));
  }

  /** Merges a review file to its end. */
  async mergeWhole(volume: Volume, promised: Promised): Promise<void> {
    await merge(this.workbench, volume.path);
    await this.workbench.evaluate(mergeTold);
    promised.volumes.add(volume);
    promised.merges++;
  }

  /** Begins to merge a review file in the workbench, while the background records flags, until `ms` have passed. */
  async mergeFor(ms: number, volume: Volume, promised: Promised): Promise<void> {
    this.hear({
      merged: () => {
        promised.volumes.add(volume);
        promised.merges++;
      },
    });
    await merge(this.workbench, volume.path);
    void this.workbench.evaluate(mergeTold).catch(() => {});
    await this.flagFor(ms, promised);
  }

  /** Confirms findings of a merged review file in the ledger, one by one or all of them in one step, until `ms` have passed. */
  async confirmFor(
    ms: number,
    { volume, atOnce }: { volume: Volume; atOnce: boolean },
    promised: Promised,
  ): Promise<void> {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    this.hear({
      // However slow the machine, something is confirmed before the time begins to count.
      begun: begin,
      confirmed: (title) => {
        begin();
        for (const id of title ? [volume.findings.get(title)!] : volume.findings.values())
          promised.confirmed.add(id);
      },
    });
    const work = this.workbench.evaluate(confirmWithoutEnd, volume.words, atOnce);
    // What was confirmed just before a kill, and not told, may have left nothing to confirm.
    await Promise.race([begun, within(PATIENCE_MS, work)]);
    await within(ms, work);
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const process = this.browser.browser.process()!;
    if (process.exitCode !== null || process.signalCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;
    await this.browser.close().catch(() => {});
  }

  async stored(): Promise<Stored> {
    return (await this.workbench.evaluate(readKept)) as Stored;
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

  /** Listens to what the workbench page tells. */
  private hear(listeners: Record<string, (quote: string, entry: string) => void>): void {
    this.workbench.on('console', (message) => {
      const [kind = '', quote = '', entry = ''] = message.text().split(' ');
      listeners[kind]?.(quote, entry);
    });
  }
}

/** How long in ms the first confirmation is waited for. */
const PATIENCE_MS = 15_000;

/** Lets something that never ends go on for so long. Only the kill may end it: whatever else it fails with is thrown. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  const failed = work.catch((error: Error) => {
    if (!/closed|detached|destroyed/i.test(error.message)) throw error;
  });
  await Promise.race([new Promise((resolve) => setTimeout(resolve, ms)), failed]);
  failed.catch(() => {});
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

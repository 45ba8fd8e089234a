import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/server';
import type { Entry } from '../../utils/findings/entry';
import { endpointOf } from '../../utils/sync/endpoint';
import { SYNC_HOST, startFront } from '../e2e/harness/front';
import { PASSWORD, startEndpoint } from '../lib/endpoint';
import { entriesBy } from '../lib/entries';
import { nothingPromised, Reviewer } from './reviewer';

/** What killing the browser while it exchanges came to; everything but the first three must be 0. */
export interface SyncToll {
  kills: number;
  promised: number;
  /** Entries that a colleague sent, enough at a time for the browser to keep them as packs. */
  colleagues: number;
  /** Entries, promised or a colleague's, that the browser, or the endpoint, does not have in the end. */
  lostHere: number;
  lostThere: number;
  /** Entries that the endpoint's feed gives twice. */
  doubled: number;
  /** Entries still waiting after the last exchange. */
  waiting: number;
}

const USER = '王检查';
const COLLEAGUE = '李检查';
/** Entries that the colleague sends before each kill. */
const SENT = 120;
/** The longest time that flags are written, and that an exchange runs, before the kill, in ms. */
const FLAGS_MS = 800;
const EXCHANGE_MS = 400;

/** Kills the real browser (SIGKILL) while it exchanges with an endpoint, again and again on one profile. */
export async function killWhileSyncing(kills: number, random: () => number): Promise<SyncToll> {
  const demo = await startDemo();
  const endpoint = await startEndpoint([USER, COLLEAGUE].map((name) => [name, 'gov', 'reviewer']));
  const front = await startFront(demo, endpoint.url);
  const profile = mkdtempSync(join(tmpdir(), 'duwang-sync-'));
  const colleague = endpointOf(endpoint.account(COLLEAGUE), { fetch });
  const promised = nothingPromised();
  const sent: Entry[] = [];
  const place = { port: front.port, profile };
  try {
    for (let kill = 0; kill < kills; kill++) {
      const reviewer = await Reviewer.start(place);
      if (kill === 0) await reviewer.join({ url: `http://${SYNC_HOST}/`, team: 'gov', user: USER }, PASSWORD);
      const entries = entriesBy(COLLEAGUE, SENT, `kill ${kill}`);
      await colleague.push(entries);
      sent.push(...entries);
      await reviewer.flagFor(FLAGS_MS * (0.3 + 0.7 * random()), promised);
      void reviewer.syncNow().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, EXCHANGE_MS * random()));
      await reviewer.kill();
    }
    const last = await Reviewer.start(place);
    await last.syncNow();
    const here = new Set((await last.stored()).entries.map((entry) => entry._id));
    const waiting = await last.waiting();
    await last.browser.close();
    const there: string[] = [];
    for (let since = null as never, over = false; !over; ) {
      const page = await colleague.changes(since, 1_000);
      there.push(...(page.documents as Entry[]).map((entry) => entry._id));
      since = page.since as never;
      over = page.last;
    }
    const held = new Set(there);
    const ids = [...promised.entries.keys(), ...sent.map((entry) => entry._id)];
    return {
      kills,
      promised: promised.entries.size,
      colleagues: sent.length,
      lostHere: ids.filter((id) => !here.has(id)).length,
      lostThere: ids.filter((id) => !held.has(id)).length,
      doubled: there.length - held.size,
      waiting,
    };
  } finally {
    front.close();
    await endpoint.stop();
    await demo.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

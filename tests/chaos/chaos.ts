import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/server';
import { DOMAIN } from '../../demo/site';
import { STORES, tear } from './damage';
import { type Promised, Reviewer, type Stored } from './reviewer';

/** What a run of kills came to; `lost` and what follows must be 0. */
export interface Toll {
  kills: number;
  promised: number;
  /** How often the browser had deleted or damaged the database, and the store brought it back. */
  recoveries: number;
  /** Clicks that nothing was said to in time: a busy machine, or a fault. */
  unanswered: number;
  lost: number;
  duplicated: number;
  screenshotsLost: number;
}

export interface Chaos {
  kills: number;
  /** Random numbers in 0–1 for the moments of the kills. */
  random(): number;
  /** Called after each kill. */
  progress?(toll: Toll): void;
}

/** The longest time between the first flag and the kill, in ms. */
const LONGEST_MS = 1_200;

/**
 * Kills the real browser with the built extension while it saves, again and again on one profile, and tears the end of each of
 * its stores once; after every start compares what is there with what was promised.
 */
export async function wreak({ kills, random, progress }: Chaos): Promise<Toll> {
  const demo = await startDemo();
  const profile = mkdtempSync(join(tmpdir(), 'duwang-chaos-'));
  const promised: Promised = { entries: new Map(), sent: new Set(), clicks: 0, unanswered: 0 };
  const toll: Toll = {
    kills: 0,
    promised: 0,
    recoveries: 0,
    unanswered: 0,
    lost: 0,
    duplicated: 0,
    screenshotsLost: 0,
  };
  const rounds = kills + STORES.length;
  const tears = new Map(STORES.map((store, index) => [Math.ceil(((index + 1) * rounds) / 3) - 1, store]));
  try {
    for (let round = 0; round <= rounds; round++) {
      const reviewer = await Reviewer.start({ port: demo.port, profile });
      count(await reviewer.stored(), promised, toll);
      progress?.(toll);
      const torn = tears.get(round);
      if (round === rounds) await reviewer.browser.close();
      else if (torn) {
        await reviewer.browser.close();
        tear(profile, torn);
        // The damage shows on the start after the next: write once in between and close in order.
        const next = await Reviewer.start({ port: demo.port, profile });
        await next.click(`http://www.${DOMAIN}/`, promised);
        await next.browser.close();
      } else {
        if (round % 5 === 0) await reviewer.click(`http://www.${DOMAIN}/`, promised);
        await reviewer.flagFor(random() * LONGEST_MS, promised);
        await reviewer.kill();
        toll.kills++;
      }
    }
  } finally {
    await demo.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return toll;
}

/** Adds to the toll what is not as promised. */
function count(stored: Stored, promised: Promised, toll: Toll): void {
  const present = new Set(stored.entries.map((entry) => entry._id));
  toll.promised = promised.entries.size + promised.clicks;
  toll.lost = [...promised.entries.keys()].filter((entry) => !present.has(entry)).length;

  const rows = new Map(stored.findings.map((finding) => [finding.id, finding]));
  const quotes = stored.findings.map((finding) => finding.quote).filter((quote) => promised.sent.has(quote));
  toll.duplicated = quotes.length - new Set(quotes).size;
  toll.duplicated += stored.findings.filter((row) => row.quote !== '' && row.evidences.length > 1).length;
  // The read model must show every finding of the log.
  toll.lost += [...new Set(stored.entries.map((entry) => entry.finding))].filter(
    (id) => !rows.has(id),
  ).length;

  const clicked = stored.findings.filter((row) => row.quote === '').flatMap((row) => row.evidences);
  toll.lost += Math.max(0, promised.clicks - clicked.length);
  toll.duplicated += Math.max(0, clicked.length - promised.clicks - promised.unanswered);
  toll.unanswered = promised.unanswered;
  toll.screenshotsLost = clicked.filter(
    ({ screenshot }) => screenshot === null || !stored.blobs.includes(screenshot),
  ).length;
  if (stored.recovery && stored.recovery.entries > 0) toll.recoveries++;
}

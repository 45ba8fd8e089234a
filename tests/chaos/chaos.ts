import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/server';
import { DOMAIN } from '../../demo/site';
import { TEARS, tear } from './damage';
import { nothingPromised, type Promised, Reviewer } from './reviewer';
import { count, noToll, type Toll } from './toll';
import { type Volume, writeVolume } from './volume';

export interface Chaos {
  kills: number;
  /** Random numbers in 0–1 for the moments of the kills. */
  random(): number;
  /** Called after each kill. */
  progress?(toll: Toll): void;
}

/** The longest time between the first step and the kill, in ms. */
const LONGEST_MS = 1_200;
/** At most so many rounds lie between two tears: what lies in packs goes with every torn database, and is merged again. */
const TEAR_AFTER = 15;

/**
 * Kills the real browser with the built extension again and again on one profile, while it saves flags, while it merges large review
 * files into packs, and while findings that lie in packs are confirmed; tears the end of its stores now and then. After every start
 * compares what is there with what was promised.
 */
export async function wreak({ kills, random, progress }: Chaos): Promise<Toll> {
  const demo = await startDemo();
  const profile = mkdtempSync(join(tmpdir(), 'duwang-chaos-'));
  const folder = mkdtempSync(join(tmpdir(), 'duwang-volumes-'));
  const promised = nothingPromised();
  const toll = noToll();
  const volumes: Volume[] = [];
  let running: Reviewer | null = null;
  const started = async (): Promise<Reviewer> => {
    running = await Reviewer.start({ port: demo.port, profile });
    return running;
  };
  const tearAfter = Math.min(TEAR_AFTER, Math.ceil(kills / (TEARS.length + 1)));

  /** One round of work that is cut off. */
  async function work(reviewer: Reviewer, round: number): Promise<void> {
    const ms = random() * LONGEST_MS;
    const kind = round % 3;
    if (kind === 0) {
      if (round % 6 === 0) await reviewer.click(`http://www.${DOMAIN}/`, promised);
      return reviewer.flagFor(ms, promised);
    }
    const latest = volumes.at(-1);
    if (kind === 1 || !latest || isDone(latest, promised)) {
      const next = await writeVolume(folder, volumes.length);
      volumes.push(next);
      return reviewer.mergeFor(ms, next, promised);
    }
    if (!promised.volumes.has(latest)) await reviewer.mergeWhole(latest, promised);
    return reviewer.confirmFor(ms, { volume: latest, atOnce: random() < 0.3 }, promised);
  }

  try {
    for (let round = 0; toll.kills <= kills; round++) {
      const reviewer = await started();
      count(await reviewer.stored(), volumes, promised, toll);
      progress?.(toll);
      if (toll.kills === kills) {
        await reviewer.browser.close();
        break;
      }
      await work(reviewer, round);
      await reviewer.kill();
      toll.kills++;
      if (toll.kills % tearAfter !== 0) continue;
      for (const store of TEARS[(toll.kills / tearAfter - 1) % TEARS.length]!) tear(profile, store);
      // The damage shows on the start after the next: write once in between and close in order.
      const next = await started();
      await next.click(`http://www.${DOMAIN}/`, promised);
      await next.browser.close();
    }
  } catch (error) {
    // A browser that goes on writing would keep its profile from being removed, and that would be all one hears of.
    await (running as Reviewer | null)?.kill();
    throw error;
  } finally {
    await demo.close();
    for (const made of [profile, folder]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  }
  return toll;
}

function isDone({ findings }: Volume, { confirmed }: Promised): boolean {
  return [...findings.values()].every((id) => confirmed.has(id));
}

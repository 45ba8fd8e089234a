import type { CheckContext, JudgedOutcome } from '../../utils/checks/check';
import { judge } from '../../utils/checks/run';
import { civilOfInstant } from '../../utils/dates/civil';
import { packs } from '../../utils/indicators/packs';
import { readPage } from '../../utils/page/read';
import type { CivilDate, PageSnapshot } from '../../utils/page/snapshot';

/** What comes back from one page: the reading, the judgement and how long both took, in ms. */
export interface PageResult {
  snapshot: PageSnapshot;
  outcomes: JudgedOutcome[];
  ms: number;
}

/** Bundled and injected into the page that is checked; the extension calls the same two functions. */
function checkPage(options: { url?: string; now: number; packId: string }): PageResult {
  const pack = packs[options.packId]!;
  const day: CivilDate = civilOfInstant(options.now);
  const started = performance.now();
  const { snapshot } = readPage(document, { url: options.url, now: options.now });
  const context: CheckContext = { now: day, pack };
  const outcomes = judge(snapshot, context);
  return { snapshot, outcomes, ms: performance.now() - started };
}

Object.assign(globalThis, { duwangCheckPage: checkPage });

import { ownWordsOf } from '../../utils/accounts/page';
import type { CheckContext, JudgedOutcome } from '../../utils/checks/check';
import { accountChecks, siteChecks } from '../../utils/checks/registry';
import { judge } from '../../utils/checks/run';
import { civilOfInstant } from '../../utils/dates/civil';
import { packs } from '../../utils/indicators/packs';
import { readDates } from '../../utils/page/dated';
import { readRest } from '../../utils/page/read';
import type { CivilDate, PageSnapshot } from '../../utils/page/snapshot';

/** What comes back from one page: the reading, the judgement and how long they took. */
export interface PageResult {
  snapshot: PageSnapshot;
  outcomes: JudgedOutcome[];
  /** All of it, in ms; and of that the dates alone (publication date and lists), the whole reading, the judging. */
  ms: number;
  datesMs: number;
  readMs: number;
  judgeMs: number;
}

/** Bundled and injected into the page that is checked; the extension calls the same functions. */
function checkPage(options: { url?: string; now: number; packId: string }): PageResult {
  const pack = packs[options.packId]!;
  const day: CivilDate = civilOfInstant(options.now);
  const started = performance.now();
  const dates = readDates(document, { url: options.url, now: options.now });
  const dated = performance.now();
  const { snapshot } = ownWordsOf(document, readRest(document, dates, options.now));
  const read = performance.now();
  const context: CheckContext = { now: day, pack };
  const outcomes = judge(snapshot, context, snapshot.account ? accountChecks : siteChecks);
  const judged = performance.now();
  return {
    snapshot,
    outcomes,
    ms: judged - started,
    datesMs: dated - started,
    readMs: read - started,
    judgeMs: judged - read,
  };
}

Object.assign(globalThis, { duwangCheckPage: checkPage });

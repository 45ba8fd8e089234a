import { readAccountPage } from '../../utils/accounts/page';
import type { CheckContext, JudgedOutcome } from '../../utils/checks/check';
import { accountChecks, siteChecks } from '../../utils/checks/registry';
import { judge } from '../../utils/checks/run';
import { civilOfInstant } from '../../utils/dates/civil';
import { packs } from '../../utils/indicators/packs';
import type { CivilDate, PageSnapshot } from '../../utils/page/snapshot';

/** What comes back from one page: the reading, the judgement and how long both took, in ms; `judgeMs` is the judging alone. */
export interface PageResult {
  snapshot: PageSnapshot;
  outcomes: JudgedOutcome[];
  ms: number;
  judgeMs: number;
}

/** Bundled and injected into the page that is checked; the extension calls the same two functions. */
function checkPage(options: { url?: string; now: number; packId: string }): PageResult {
  const pack = packs[options.packId]!;
  const day: CivilDate = civilOfInstant(options.now);
  const started = performance.now();
  const { snapshot } = readAccountPage(document, { url: options.url, now: options.now });
  const context: CheckContext = { now: day, pack };
  const read = performance.now();
  const outcomes = judge(snapshot, context, snapshot.account ? accountChecks : siteChecks);
  const judged = performance.now();
  return { snapshot, outcomes, ms: judged - started, judgeMs: judged - read };
}

Object.assign(globalThis, { duwangCheckPage: checkPage });

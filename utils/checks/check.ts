import type { SeenConsultations } from '../consultations/consultation';
import type { IndicatorPack } from '../indicators/pack';
import type { ProbedLink } from '../links/probe';
import type { CivilDate, PageSnapshot, Place } from '../page/snapshot';
import type { Sentence } from '../words';
import type { Category } from './category';

/** wrong · cannot tell (with its reason) · fine · this page is not what the check is about. */
export type OutcomeKind = 'fail' | 'review' | 'pass' | 'notApplicable';

/** One spot that the reviewer can look at: the words, what they show, and where they stand. */
export interface Evidence {
  quote: string;
  note?: Sentence;
  /** Anchored in the page's text; null when it is not text (a meta, a URL, something missing). */
  place: Place | null;
  href?: string;
}

export interface Outcome {
  kind: OutcomeKind;
  /** One sentence: why. */
  reason: Sentence;
  evidence: Evidence[];
  /** The indicator that judged, when it depends on the page (a column's kind); else the pack's one for the check. */
  indicator?: string;
  /** Numbers that the ledger exports. */
  facts?: {
    lastUpdated?: CivilDate | null;
    daysSince?: number | null;
    daysLeft?: number | null;
    threshold?: number | null;
  };
}

/** What is known besides the page. */
export interface CheckContext {
  /** The 监测时间点: the day at which everything is judged. */
  now: CivilDate;
  pack: IndicatorPack;
  /** What other pages of the site showed about consultations: pages of the open campaign, and those of 逐条核对. */
  seen?: readonly SeenConsultations[];
  /** What the page's links answered; absent unless the reviewer asked. */
  probed?: readonly ProbedLink[];
  /** Names of columns of this page that a reviewer let be (列为例外). */
  exempt?: ReadonlySet<string>;
}

/**
 * One rule that inspectors apply. The file's name is its id. `run` is pure: no DOM, no clock, no browser.
 * Clause, threshold and weight come from the indicator pack under the check's id; words from `checks.<id>.*` in locales.
 */
export interface Check {
  id: string;
  /** The 问题类别 under which a finding of this check is filed. */
  category: Category;
  /** The parts of the snapshot that it needs; a page without them makes it not applicable. */
  reads: readonly (keyof PageSnapshot)[];
  run(snapshot: PageSnapshot, context: CheckContext): Outcome;
}

/** An outcome with the check that spoke, as the overlay, the records and the command line use it. */
export interface JudgedOutcome extends Outcome {
  check: string;
  category: Category;
  /** The clause of the pack that the check rests on, null when the pack has none. */
  clause: { id: string; text: string; source: string; verified: boolean } | null;
  /** It was 问题 and is shown as 待核, because this office found its check too noisy (sink.ts). */
  sunk?: true;
}

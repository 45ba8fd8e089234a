import type { PageVisit } from '../campaign/visit';
import type { JudgedOutcome } from '../checks/check';
import type { IndicatorPack } from '../indicators/pack';
import type { CivilDate } from '../page/snapshot';

/** A fetched page that is to be read and judged. */
export interface FetchedPage {
  url: string;
  html: string;
}

/** The same, with what it is judged by. */
export interface ReadingRequest extends FetchedPage {
  /** The 监测时间点. */
  now: CivilDate;
  pack: IndicatorPack;
  sunk: readonly string[];
}

/** What a fetched page showed: as much as the list that led to it needs. */
export interface FetchedReading {
  /** As a visit of the campaign, consultations included. */
  visit: PageVisit;
  /** 问题 and 待核 of the page. */
  outcomes: JudgedOutcome[];
  /** The page shows next to nothing without its scripts: it has to be opened. */
  empty: boolean;
}

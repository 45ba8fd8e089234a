import { daysBetween } from '../dates/civil';
import type { CivilDate } from '../page/snapshot';
import type { ConsultationCase } from './fold';

/** Where a consultation stands at the 监测时间点. */
export interface Lifecycle {
  /** 征集中 · 已结束未见反馈 · 已反馈 · cannot tell. */
  phase: 'open' | 'closed' | 'answered' | 'unknown';
  /** Days until it closes (open), null when the day is not known. */
  daysLeft: number | null;
  /** Days since it closed (closed), null when the day is not known. */
  daysSince: number | null;
  /** Days from the close to the result (answered), null when either is not known. */
  answeredAfter: number | null;
}

/** Dates decide; the page's own words (已结束) only where no closing day is known. */
export function lifecycleOf(consultation: ConsultationCase, now: CivilDate): Lifecycle {
  const { closes, feedback } = consultation;
  const state = stateOf(consultation, now);
  const phase = feedback ? 'answered' : state;
  return {
    phase,
    daysLeft: phase === 'open' && closes ? daysBetween(now, closes) : null,
    daysSince: phase === 'closed' && closes ? daysBetween(closes, now) : null,
    answeredAfter: feedback?.published && closes ? daysBetween(closes, feedback.published) : null,
  };
}

/** Whether answers are still taken, feedback aside. */
export function stateOf(
  { closes, stated, resultOnly }: Pick<ConsultationCase, 'closes' | 'stated' | 'resultOnly'>,
  now: CivilDate,
): 'open' | 'closed' | 'unknown' {
  if (closes) return closes < now ? 'closed' : 'open';
  if (resultOnly) return 'closed';
  return stated ?? 'unknown';
}

import { daysBetween } from '../../dates/civil';
import type { CivilDate } from '../../page/snapshot';
import type { SeenPage } from './record';

/**
 * A page as it stands `today`, when it was judged at an earlier day: its limits have come nearer, and what was in time then and
 * is past its limit now waits for a new look. Nothing changes where everything is judged at a fixed 监测时间点.
 */
export function agedPage(page: SeenPage, today: CivilDate): SeenPage {
  const age = daysBetween(page.judged, today);
  if (age <= 0) return page;
  return {
    ...page,
    outcomes: page.outcomes.map((outcome) => {
      if (outcome.daysLeft === null) return outcome;
      const daysLeft = outcome.daysLeft - age;
      return {
        ...outcome,
        daysLeft,
        kind: outcome.kind === 'pass' && daysLeft < 0 ? 'review' : outcome.kind,
      };
    }),
  };
}

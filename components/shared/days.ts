import { civilOfInstant } from '../../utils/dates/civil';
import type { CivilDate, Instant } from '../../utils/page/snapshot';

/** The civil day in Asia/Shanghai of an instant. */
export function dayOf(instant: Instant): CivilDate {
  return civilOfInstant(Date.parse(instant));
}

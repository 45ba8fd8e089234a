import { foldConsultations } from '../../utils/consultations/fold';
import { stateOf } from '../../utils/consultations/lifecycle';
import { readConsultations } from '../../utils/consultations/read';
import type { CivilDate, PageSnapshot } from '../../utils/page/snapshot';

/**
 * The consultations of one page for the command line. `feedback` is `none` when the page would show a result
 * (the call's own page, or a list with results) and shows none for this one; else `unknown`.
 */
export function consultationsOf(snapshot: PageSnapshot, day: CivilDate) {
  return foldConsultations([readConsultations(snapshot)]).map((c) => ({
    title: c.title,
    opened: c.opens ?? c.published,
    closes: c.closes,
    state: stateOf(c, day),
    feedback: c.feedback ? 'published' : c.looked ? 'none' : 'unknown',
  }));
}

import type { OverlayState } from '../../components/overlay/model';
import { type Judging, visitOf } from '../../utils/campaign/visit';
import { sendMessage } from '../../utils/messages';

/**
 * Tells the open campaign what each reading of this page showed. A page that is read again and says the same is not
 * reported twice. Returns what to call after a reading.
 */
export function followVisits(state: OverlayState, judging: Judging): () => void {
  let last = '';
  return () => {
    const report = state.report.value;
    if (!state.campaign.value || !report) return;
    const visit = visitOf(report.snapshot, report.outcomes, judging.earlier);
    const said = JSON.stringify(visit);
    if (said === last) return;
    last = said;
    sendMessage('pageRead', visit).then(
      (place) => {
        state.place.value = place;
      },
      () => {
        last = '';
      },
    );
  };
}

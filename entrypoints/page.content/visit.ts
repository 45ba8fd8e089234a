import type { OverlayState } from '../../components/overlay/model';
import type { PagePlace } from '../../utils/campaign/visit';
import { sendMessage } from '../../utils/messages';
import type { PageSession } from './session';

/**
 * Tells the open campaign what each reading of this page showed. A page that is read again and says the same is not
 * reported twice. Returns what to call after a reading.
 */
export function followVisits(
  state: OverlayState,
  session: PageSession,
  remember: (seen: PagePlace['seen']) => void,
): () => void {
  let last = '';
  return () => {
    if (!state.campaign.value || !state.report.value) return;
    const visit = session.visit();
    const said = JSON.stringify(visit);
    if (said === last) return;
    last = said;
    sendMessage('pageRead', visit).then(
      (place) => {
        state.place.value = place;
        if (place) remember(place.seen);
      },
      () => {
        last = '';
      },
    );
  };
}

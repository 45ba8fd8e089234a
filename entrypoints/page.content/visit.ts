import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { OverlayState } from '../../components/overlay/model';
import type { PagePlace } from '../../utils/campaign/visit';
import { sendMessage } from '../../utils/messages';
import type { PageSession } from './session';

/**
 * Tells the open campaign what each judgement of this page showed: after a reading, and again when columns are let be. What
 * says the same is not reported twice.
 */
export function followVisits(
  ctx: ContentScriptContext,
  state: OverlayState,
  session: PageSession,
  remember: (seen: PagePlace['seen']) => void,
): void {
  let last = '';
  const stop = state.report.subscribe((report) => {
    if (!state.campaign.value || !report) return;
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
  });
  ctx.onInvalidated(stop);
}

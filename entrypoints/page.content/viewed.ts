import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { OverlayState } from '../../components/overlay/model';
import { sendMessage } from '../../utils/messages';
import type { PageSession } from './session';

/** Hands the text of each new reading to the open campaign, so that an error found later can be looked for in it. */
export function followTexts(ctx: ContentScriptContext, state: OverlayState, session: PageSession): void {
  let last = '';
  const stop = state.report.subscribe((report) => {
    if (!state.campaign.value || !report) return;
    const page = session.viewed();
    if (page.text === last) return;
    last = page.text;
    sendMessage('pageText', page).catch(() => {
      last = '';
    });
  });
  ctx.onInvalidated(stop);
}

import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { OverlayState } from '../../components/overlay/model';
import { onMessage } from '../../utils/messages';
import { evidenceOf } from './evidence';
import type { PageSession } from './session';
import { WholePage } from './wholePage';

/** Answers the background's questions about this page. `show` brings the overlay up where it was switched off. */
export function answerBackground(
  ctx: ContentScriptContext,
  state: OverlayState,
  session: PageSession,
  show: () => void,
): void {
  const wholePage = new WholePage();
  const stops = [
    onMessage('ping', () => true),
    onMessage('capturePage', () => session.capture()),
    onMessage('pageEvidence', () => evidenceOf(session.described)),
    onMessage('veil', async ({ data: hidden }) => {
      state.veiled.value = hidden;
      // Two frames: the first applies the change, the second has painted it.
      if (hidden)
        await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    }),
    onMessage('beginWholePage', () => wholePage.begin()),
    onMessage('showTile', ({ data: y }) => wholePage.show(y)),
    onMessage('endWholePage', () => wholePage.end()),
    onMessage('toast', ({ data }) => {
      show();
      state.annotating.value = false;
      state.toast.value = data;
    }),
    onMessage('openPanel', ({ data }) => {
      show();
      if (!state.report.value) session.read();
      state.open.value = true;
      if (data.typing) state.typing.value += 1;
    }),
  ];
  ctx.onInvalidated(() => {
    for (const stop of stops) stop();
  });
}

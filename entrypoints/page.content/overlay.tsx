import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createOverlayState } from '../../components/overlay/model';
import { Overlay } from '../../components/overlay/Overlay';
import { prepareStaleNotice, StaleNotice } from '../../components/overlay/StaleNotice';
import { sendMessage } from '../../utils/messages';
import { watchPage } from '../../utils/page/live/watch';
import { say } from '../../utils/words';
import { createActions } from './actions';
import { answerBackground } from './answers';
import { createHost } from './host';
import { followPointer } from './hover';
import { followReading } from './reading';
import { PageSession } from './session';
import type { Subject } from './subject';
import { TypoReview } from './typos';
import { followTexts } from './viewed';
import { followVisits } from './visit';

/** How often in ms an idle overlay asks whether its extension is still there. */
const pulse = 5000;

/** How long in ms a page that was opened for a quote may take to show it. */
const patience = 8000;

/** Starts reading and, unless switched off here, shows the overlay. Ends cleanly when the extension is reloaded. */
export async function startOverlay(ctx: ContentScriptContext, subject: Subject): Promise<void> {
  const { settings, site, judging } = await sendMessage('startPage', { url: location.href });
  const state = createOverlayState();
  state.side.value = site.side;
  state.top.value = site.top;
  state.open.value = site.open;
  state.listTags.value = settings.listTags;
  state.campaign.value = judging.campaign;

  const host = createHost();
  prepareStaleNotice();
  const shown = settings.overlay && !site.off;
  const typos = shown && settings.typos !== 'off' ? new TypoReview(state, settings.typos) : null;
  const session = new PageSession(subject, state, judging, () => host.element.getBoundingClientRect(), typos);
  if (typos) followPointer(ctx, state, typos, host.element);
  const show = () => {
    host.keep();
    render(<Overlay state={state} actions={actions} parts={subject.parts} />, host.root);
  };
  const hide = () => {
    render(null, host.root);
    host.remove();
  };
  const tasks = subject.tasks?.(state, session) ?? null;
  const actions = createActions(state, session, tasks, hide);
  answerBackground(ctx, state, session, show);

  followVisits(ctx, state, session, (seen) => tasks?.remember(seen));
  state.reading.value = settings.reading && judging.campaign !== '';
  if (state.reading.value) followReading(ctx, state, session);
  followTexts(ctx, state, session);
  let wanted = await sendMessage('wantedAnchor', undefined).catch(() => null);
  state.proof.value = await sendMessage('wantedProof', undefined).catch(() => null);
  const concerned = () => subject.concerns(new URL(location.href));
  const read = () => {
    if (ctx.isInvalid || !concerned()) return;
    if (shown) host.keep();
    session.read();
    if (wanted && session.showAnchor(wanted)) wanted = null;
  };
  if (wanted) {
    ctx.setTimeout(() => {
      if (!wanted) return;
      wanted = null;
      show();
      state.toast.value = { text: say('toast.quoteLost'), tone: 'warn' };
    }, patience);
  }
  if ((shown && concerned()) || state.proof.value) show();
  else host.remove();

  ctx.requestIdleCallback(read, { timeout: 1500 });
  const watch = watchPage(document, () => ctx.requestIdleCallback(read, { timeout: 1000 }), {
    ignore: host.element,
    quiet: 500,
    atMost: 3000,
    budget: 12,
    slow: 15_000,
    schedule: (run, ms) => ctx.setTimeout(run, ms),
    cancel: (timer) => clearTimeout(timer),
    now: () => performance.now(),
  });
  ctx.addEventListener(window, 'wxt:locationchange', () => {
    session.forgetEvidence();
    // Platforms change from page to page without a load, also to pages that are no account's.
    if (!concerned()) hide();
    else if (shown) show();
    session.forgetLearned();
    tasks?.stop();
    state.walk.value = null;
    state.probe.value = null;
    watch.reset();
  });
  // Reading the context's validity notices a reloaded extension even when nobody touches the page.
  ctx.setInterval(() => undefined, pulse);
  ctx.onInvalidated(() => {
    watch.stop();
    tasks?.stop();
    session.forgetEvidence();
    typos?.stop();
    if (host.element.isConnected) render(<StaleNotice leave={hide} />, host.root);
  });
}

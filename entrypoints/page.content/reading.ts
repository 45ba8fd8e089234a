import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { OverlayState } from '../../components/overlay/model';
import { sendMessage } from '../../utils/messages';
import { paint, unpaint } from '../../utils/page/live/highlight';
import { ReadingMeter } from '../../utils/reading/meter';
import type { PageSession } from './session';

const highlightName = 'duwang-read';
/** How often in ms the time in view is written down. */
const EVERY = 10_000;

/**
 * 读网记录 of one page, where the reviewer has switched it on: the time in view and how far it was seen, for pages of roster items
 * only, and a tint on links that were read before. Nothing leaves the page before it is known to belong to an item.
 */
export function followReading(ctx: ContentScriptContext, state: OverlayState, session: PageSession): void {
  const meter = new ReadingMeter();
  let address = location.href;
  const now = () => performance.now();
  const look = () => {
    const { scrollHeight } = document.documentElement;
    meter.see(((scrollY + innerHeight) / Math.max(scrollHeight, innerHeight)) * 100);
  };
  const write = () => {
    const item = state.place.value?.item;
    const read = item && meter.take(now());
    if (!read) return;
    state.readSeconds.value += read.seconds;
    const snapshot = state.report.value?.snapshot;
    const title = snapshot?.account?.name ?? snapshot?.headline ?? document.title;
    void sendMessage('readFor', { item: item.id, url: address, title, ...read }).catch(() => undefined);
  };
  const turn = () => {
    if (document.visibilityState === 'visible') {
      meter.show(now());
      look();
    } else {
      meter.hide(now());
      write();
    }
  };
  const move = () => meter.move(now());

  turn();
  ctx.addEventListener(document, 'visibilitychange', turn);
  ctx.addEventListener(window, 'pagehide', () => {
    meter.hide(now());
    write();
  });
  ctx.addEventListener(
    window,
    'scroll',
    () => {
      move();
      look();
    },
    { passive: true },
  );
  for (const type of ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const)
    ctx.addEventListener(window, type, move, { passive: true });
  ctx.setInterval(write, EVERY);
  ctx.addEventListener(window, 'wxt:locationchange', () => {
    write();
    address = location.href;
  });

  // Again after each reading: the rows of before may be gone.
  const stops = [state.place, state.report].map((signal) =>
    signal.subscribe(() => void tint(state, session)),
  );
  ctx.onInvalidated(() => {
    for (const stop of stops) stop();
    unpaint(highlightName);
  });
}

/** Tints what was read before among the links of the page's lists. */
async function tint(state: OverlayState, session: PageSession): Promise<void> {
  const item = state.place.value?.item;
  const links = item ? session.listLinks() : [];
  if (!item || links.length === 0) return unpaint(highlightName);
  const urls = links.map(({ href }) => href);
  const read = await sendMessage('wereRead', { item: item.id, urls }).catch(() => []);
  const ranges = links.filter((_, index) => read[index]).map(({ range }) => range);
  state.readLinks.value = ranges.length;
  if (ranges.length > 0) paint(highlightName, ranges);
  else unpaint(highlightName);
}

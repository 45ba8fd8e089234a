import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { OverlayState } from '../../components/overlay/model';
import type { TypoReview } from './typos';

/** ms that the card stays when the pointer leaves the words, so that it can be reached. */
const grace = 400;

/** Shows a suspicion's card while the pointer rests on its words or on the card. */
export function followPointer(
  ctx: ContentScriptContext,
  state: OverlayState,
  review: TypoReview,
  overlay: HTMLElement,
): void {
  let waiting = 0;
  let leaving = 0;
  const keep = () => {
    clearTimeout(leaving);
    leaving = 0;
  };
  ctx.addEventListener(
    document,
    'mousemove',
    (event) => {
      if (state.typos.value.length === 0 || waiting) return;
      waiting = ctx.requestAnimationFrame(() => {
        waiting = 0;
        if (event.target === overlay) return keep();
        const found = review.at(event.clientX, event.clientY);
        if (found) {
          keep();
          const { typo, box } = found;
          if (state.hovered.value?.typo !== typo) {
            state.hovered.value = { typo, left: Math.min(box.left, innerWidth - 340), top: box.bottom + 4 };
          }
        } else if (state.hovered.value && !leaving) {
          leaving = ctx.setTimeout(() => {
            leaving = 0;
            state.hovered.value = null;
          }, grace);
        }
      });
    },
    { passive: true },
  );
  // The card stands in the window; once the page moves it no longer points at its words.
  ctx.addEventListener(document, 'scroll', () => (state.hovered.value = null), {
    passive: true,
    capture: true,
  });
}

import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { AccountSubject } from './subject';

/** How often in ms the posts on the page are taken in while it changes: a fast scroll shows a screenful about so long. */
const EVERY = 150;

/** Collects the posts of a virtual list as they pass, between the full readings of the page: at once, and then so often. */
export function followList(ctx: ContentScriptContext, subject: AccountSubject): void {
  let resting = false;
  let changed = false;
  const collect = () => {
    changed = false;
    resting = true;
    if (subject.concerns(new URL(location.href))) subject.collect(document, Date.now());
    ctx.setTimeout(() => {
      resting = false;
      if (changed) collect();
    }, EVERY);
  };
  const observer = new MutationObserver(() => {
    changed = true;
    if (!resting) collect();
  });
  observer.observe(document, { childList: true, subtree: true });
  ctx.onInvalidated(() => observer.disconnect());
}

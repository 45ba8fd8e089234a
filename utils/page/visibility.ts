import type { HiddenText } from './snapshot';

const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul caption option select'.split(
    ' ',
  ),
);

/** Whether an element starts a line of its own; style is asked only for tags that are inline by nature. */
export function isBlock(element: Element, tag: string): boolean {
  if (BLOCK_TAGS.has(tag)) return true;
  const { display } = getComputedStyle(element);
  return !(display.startsWith('inline') || display === 'contents' || display.startsWith('ruby'));
}

const ASK = { visibilityProperty: true, opacityProperty: true };

/** Why an element's text cannot be seen, or null when it can (or its children might: `visibility` is per element). */
export function whyHidden(element: Element): HiddenText['why'] | null {
  if (element.checkVisibility(ASK)) return null;
  if (!element.checkVisibility()) return getComputedStyle(element).display === 'contents' ? null : 'display';
  return getComputedStyle(element).visibility === 'visible' ? 'transparent' : 'visibility';
}

/**
 * How a page hides its whole body until its scripts have run (`<body style="visibility: hidden">`), or null when it does not.
 * Saved pages and pages that are still loading stay so; what they hide in this way is what the visitor is about to see.
 */
export function bodyVeil(body: Element): HiddenText['why'] | null {
  const why = whyHidden(body);
  return why === 'visibility' || why === 'transparent' ? why : null;
}

/** Containers whose size is asked: a page hides things in these, and asking every row and cell would cost more than reading it. */
const CLIPPING = new Set(['div', 'marquee', 'ul', 'section', 'p', 'dl', 'table', 'center']);
const MOVED = ['position', 'indent', 'margin', 'left', 'top'];

/** Boxes without height or width that cut off their content, and boxes moved off the page by their own style. */
export function whyClipped(element: HTMLElement, tag: string): HiddenText['why'] | null {
  const own = element.getAttribute('style');
  if (CLIPPING.has(tag) && (element.offsetHeight <= 1 || (own !== null && element.offsetWidth <= 1))) {
    const style = getComputedStyle(element);
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') return 'zeroSize';
  }
  const isMoved = own !== null && MOVED.some((property) => own.includes(property));
  return isMoved && isOffScreen(element) ? 'offscreen' : null;
}

/** True when the element lies wholly left of or above the page, where no scrolling leads. */
export function isOffScreen(element: Element): boolean {
  const rect = element.getBoundingClientRect();
  if (rect.right >= 0 && rect.bottom >= 0) return false;
  const view = element.ownerDocument.defaultView;
  return (
    rect.width + rect.height > 0 &&
    (rect.right + (view?.scrollX ?? 0) < 0 || rect.bottom + (view?.scrollY ?? 0) < 0)
  );
}

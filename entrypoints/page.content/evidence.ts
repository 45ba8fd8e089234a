import type { PageEvidence } from '../../utils/capture';
import type { Box, Size } from '../../utils/evidence/layout';
import { withoutSecrets } from '../../utils/findings/url';
import { viewportBoxes } from '../../utils/page/live/highlight';
import { savedHtml } from '../../utils/page/savedHtml';
import { say } from '../../utils/words';
import { tagName } from './host';

const MB = 1_048_576;

/** Bytes of HTML up to which a page is kept. */
const maxHtml = 3 * MB;

/**
 * What the picture of the page needs. The words that are recorded are brought into view, since a picture without them
 * proves little.
 */
export function evidenceOf(quote: Range | null): PageEvidence {
  const window = { width: innerWidth, height: innerHeight };
  if (quote && !boxesOf(quote).some((box) => isWithin(box, window)))
    quote.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const html = savedHtml(document, { own: tagName, cleaned: withoutSecrets });
  const { size } = new Blob([html]);
  return {
    boxes: quote ? boxesOf(quote) : [],
    window,
    html: size <= maxHtml ? html : say('noHtml.tooLarge', (size / MB).toFixed(1)),
  };
}

/** Where a range stands in the window, in CSS px, as plain values. */
export function boxesOf(range: Range): Box[] {
  return viewportBoxes(range).map(({ left, top, width, height }) => ({ left, top, width, height }));
}

function isWithin({ left, top, width, height }: Box, window: Size): boolean {
  return top >= 0 && top + height <= window.height && left + width > 0 && left < window.width;
}

/** What the reviewer has selected on the page; null when that says nothing. */
export function selectedRange(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return selection.toString().trim() ? selection.getRangeAt(0) : null;
}

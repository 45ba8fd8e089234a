import { offsetsOf, rangeBetween } from '../page/range';
import { walk } from '../page/walk';
import { type Anchor, anchorAt } from './anchor';
import { findAnchor } from './find';
import { pathAt } from './path';

/** Describes a live range so that it can be found again on another day; null when it covers no visible text. */
export function anchorOfRange(range: Range): Anchor | null {
  const text = walk(outermost(range.startContainer.ownerDocument!));
  const offsets = offsetsOf(text, range);
  if (!offsets) return null;
  const path = pathAt(text, offsets.start);
  return { ...anchorAt(text.all, offsets.start, offsets.end), ...(path ? { path } : {}) };
}

/** Finds an anchor on the page as it is now, frames included; null when it is lost or not sure. */
export function rangeOfAnchor(document: Document, anchor: Anchor): Range | null {
  const text = walk(document);
  const found = findAnchor(text.all, anchor, (offset) => pathAt(text, offset));
  return found && rangeBetween(text, found.start, found.end);
}

/** The page that a frame belongs to, as far as the browser lets see: offsets count from there. */
function outermost(document: Document): Document {
  let at = document;
  for (let frame = at.defaultView?.frameElement; frame; frame = at.defaultView?.frameElement)
    at = frame.ownerDocument;
  return at;
}

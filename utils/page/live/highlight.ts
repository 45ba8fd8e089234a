/**
 * Painting on a page without touching it: the CSS Custom Highlight API colours ranges from outside the DOM
 * (the `::highlight` rules travel in page.css). Where it is missing, or the range lies in a frame, the caller
 * draws boxes over the rectangles instead.
 */

const registry = (): HighlightRegistry | null =>
  typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : null;

/** Paints the ranges under a highlight name; returns false when boxes must be drawn instead. */
export function paint(name: string, ranges: Range[]): boolean {
  const highlights = registry();
  if (!highlights || ranges.some((range) => range.startContainer.ownerDocument !== document)) return false;
  try {
    highlights.set(name, new Highlight(...ranges));
    return true;
  } catch {
    return false;
  }
}

/** Removes everything painted under a name. */
export function unpaint(name: string): void {
  registry()?.delete(name);
}

/** Scrolls so that the range stands in the middle of the window, at once when the reviewer prefers no motion. */
export function scrollToRange(range: Range): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  elementOf(range)?.scrollIntoView({
    block: 'center',
    inline: 'nearest',
    behavior: calm ? 'instant' : 'smooth',
  });
}

/** Rectangles of a range in the top window's viewport, frames included. */
export function viewportBoxes(range: Range): DOMRect[] {
  let dx = 0;
  let dy = 0;
  let view = range.startContainer.ownerDocument?.defaultView ?? null;
  while (view?.frameElement) {
    const frame = view.frameElement.getBoundingClientRect();
    dx += frame.left;
    dy += frame.top;
    view = view.parent as typeof view;
  }
  return [...range.getClientRects()]
    .filter((box) => box.width > 0 && box.height > 0)
    .map((box) => new DOMRect(box.left + dx, box.top + dy, box.width, box.height));
}

function elementOf(range: Range): Element | null {
  const node = range.startContainer;
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}

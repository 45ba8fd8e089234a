import { TextBuilder } from './builder';
import type { HiddenText } from './snapshot';
import type { Box, PageText } from './text';
import { bodyVeil, isBlock, isOffScreen, whyClipped, whyHidden } from './visibility';
import { dateWrittenBy } from './written';
import type { Zone } from './zones';
import { makeZones } from './zones';

/** More than any real page has; what lies beyond is left out and said so (ReadLimit `truncated`). */
const MAX_ELEMENTS = 40_000;
const MAX_CHARACTERS = 1_000_000;

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

const SKIPPED = new Set(
  'script style noscript template head link meta title object embed svg canvas video audio map datalist param source track'.split(
    ' ',
  ),
);

/**
 * Walks the page and its readable frames once, in document order, and returns everything visible as text with
 * the boxes over it. Reads only; styles and sizes are asked on a laid-out page, so nothing is laid out again.
 */
export function walk(document: Document): PageText {
  const text: PageText = {
    all: '',
    starts: [],
    blocks: [],
    runs: [],
    roots: [],
    links: [],
    shownLinks: [],
    images: [],
    hidden: [],
    frames: [],
    limits: [],
  };
  new Walker(text).frame(document, null);
  return text;
}

class Walker {
  private elements = 0;
  private left = 0;
  private readonly zoneOf = makeZones();
  private veil: HiddenText['why'] | null = null;
  private readonly moved = new Map<Element, boolean>();
  private readonly out: TextBuilder;

  constructor(private readonly text: PageText) {
    this.out = new TextBuilder(text);
  }

  frame(document: Document, parent: Box | null): void {
    const frame = this.text.frames.push(document.URL) - 1;
    if (!document.body) {
      this.text.limits.push({ kind: 'empty', detail: document.URL });
      return;
    }
    const outer = this.veil;
    this.veil = bodyVeil(document.body);
    const root = this.element(document.body, parent, frame, 'body', -1);
    this.veil = outer;
    if (root) this.text.roots.push(root);
    if (parent === null) {
      this.text.all = this.out.finish();
      this.text.shownLinks = this.text.links.filter((l) => l.visible && l.box.end > l.box.start);
      if (this.left > 0) this.text.limits.push({ kind: 'truncated', detail: String(this.left) });
    }
  }

  private element(element: Element, parent: Box | null, frame: number, zone: Zone, link: number): Box | null {
    const tag = element.localName;
    if (SKIPPED.has(tag)) {
      if (tag === 'script' && parent) this.written(element, parent);
      return null;
    }
    if (++this.elements > MAX_ELEMENTS || this.out.length > MAX_CHARACTERS) {
      this.left++;
      return null;
    }
    if (tag === 'br') {
      this.out.breakLine();
      return null;
    }
    const block = isBlock(element, tag);
    const why = this.hiddenBy(element) ?? whyClipped(element as HTMLElement, tag);
    if (why && why !== 'visibility') {
      this.text.hidden.push({ element, why, frame, links: this.text.links.length });
      return null;
    }
    const box: Box = {
      element,
      tag,
      parent,
      children: [],
      start: 0,
      end: 0,
      frame,
      link,
      zone: zone === 'body' ? this.zoneOf(element, tag) : zone,
    };
    if (block) this.out.closeBlock();
    box.start = this.out.length;
    if (tag === 'a') box.link = this.link(element as HTMLAnchorElement, box, why === null);
    if (tag === 'img')
      this.text.images.push({ element: element as HTMLImageElement, link: box.link, visible: why === null });
    else if (tag === 'iframe' || tag === 'frame') this.inner(element as HTMLIFrameElement, box);
    else this.children(element, box, why === 'visibility');
    if (block) this.out.closeBlock();
    box.end = Math.max(box.start, this.out.contentEnd(box.start));
    parent?.children.push(box);
    return box;
  }

  /** Why the element is hidden, beyond the veil that its whole page wears until its scripts run. */
  private hiddenBy(element: Element): HiddenText['why'] | null {
    const why = whyHidden(element);
    return why === this.veil ? null : why;
  }

  private children(element: Element, box: Box, textHidden: boolean): void {
    const root = element.shadowRoot ?? element;
    for (let node = root.firstChild; node; node = node.nextSibling) {
      const type = node.nodeType;
      if (type === TEXT_NODE) {
        if (!textHidden) this.out.chars(node as Text, box);
      } else if (type === ELEMENT_NODE) {
        this.element(node as Element, box, box.frame, box.zone, box.link);
      }
    }
  }

  /** A date that a script of the page writes here, when the script has not run; it leads to no range. */
  private written(script: Element, box: Box): void {
    const words = dateWrittenBy(script);
    if (words) this.out.run(words, null, box);
  }

  private link(element: HTMLAnchorElement, box: Box, visible: boolean): number {
    return this.text.links.push({ element, box, visible: visible && !this.isMovedAway(element) }) - 1;
  }

  /** Asked once per container: links that are moved off the page are moved together. */
  private isMovedAway(element: Element): boolean {
    const container = element.parentElement?.parentElement ?? element;
    const before = this.moved.get(container);
    if (before !== undefined) return before;
    const moved = isOffScreen(element);
    this.moved.set(container, moved);
    return moved;
  }

  /** A frame inside the page: read with it when the browser allows, else a limit. */
  private inner(element: HTMLIFrameElement, box: Box): void {
    if (element.offsetWidth <= 2 || element.offsetHeight <= 2) return;
    let inner: Document | null = null;
    try {
      inner = element.contentDocument;
    } catch {
      inner = null;
    }
    const source = element.getAttribute('src') ?? '';
    if (inner?.body && (inner.body.childNodes.length > 0 || source === '')) this.frame(inner, box);
    else if (/^(?!about:|javascript:)./.test(source))
      this.text.limits.push({ kind: 'frame', detail: element.src });
  }
}

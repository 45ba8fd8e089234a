import type { BlockRole, HiddenText, ReadLimit, TextBlock } from './snapshot';
import type { Zone } from './zones';

/** One text node's part of the page text. */
export interface Run {
  /** Null for text that a script of the page would write here. */
  node: Text | null;
  /** Offsets into {@link PageText.all}. */
  start: number;
  end: number;
  box: Box;
}

/** A visible element with the stretch of page text inside it. */
export interface Box {
  element: Element;
  /** Lower-case tag name. */
  tag: string;
  parent: Box | null;
  children: Box[];
  /** Offsets into {@link PageText.all}. */
  start: number;
  end: number;
  frame: number;
  zone: Zone;
  /** The innermost link around it (itself included), index in {@link PageText.links}, -1 when none. */
  link: number;
}

export interface ReadLink {
  element: HTMLAnchorElement;
  box: Box;
  visible: boolean;
}

/** A picture that the walk came by. */
export interface ReadImage {
  element: HTMLImageElement;
  /** The link around it, index in {@link PageText.links}, -1 when none. */
  link: number;
  visible: boolean;
}

/** An element that nobody can see, with all that is in it. */
export interface HiddenElement {
  element: Element;
  why: HiddenText['why'];
  frame: number;
  /** How many of {@link PageText.links} stand before it. */
  links: number;
}

/** The page as text: one string with every innermost block on a line of its own, and the boxes over it. */
export interface PageText {
  /** Blocks joined with `\n`; a `<br>` is a `\n` too, inside its block. */
  all: string;
  /** Offsets of the blocks in `all`, ascending; parallel to `blocks`. */
  starts: number[];
  blocks: TextBlock[];
  runs: Run[];
  /** One root per frame. */
  roots: Box[];
  /** Every link in document order, without those inside {@link hidden} elements. */
  links: ReadLink[];
  /** Those of `links` that show words, by where they begin: what {@link linksWithin} looks through. */
  shownLinks: ReadLink[];
  images: ReadImage[];
  hidden: HiddenElement[];
  frames: string[];
  limits: ReadLimit[];
}

/** Index of the last element of the ascending `values` that is `<= x`; -1 when there is none. */
export function lastAtMost(values: readonly number[], x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The run that holds the character at `offset` of the page text, or the last one before it. */
export function runAt(text: PageText, offset: number): Run | null {
  let low = 0;
  let high = text.runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.runs[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return text.runs[low - 1] ?? null;
}

/** The visible links with words of their own that lie wholly within a stretch of the page text. */
export function linksWithin(text: PageText, start: number, end: number): ReadLink[] {
  const found: ReadLink[] = [];
  for (let at = firstShownFrom(text.shownLinks, start); at < text.shownLinks.length; at++) {
    const link = text.shownLinks[at]!;
    if (link.box.start >= end) break;
    if (link.box.end <= end) found.push(link);
  }
  return found;
}

/** The last visible link that ends at or before an offset; null when there is none. */
export function linkBefore(text: PageText, offset: number): ReadLink | null {
  for (let at = firstShownFrom(text.shownLinks, offset) - 1; at >= 0; at--) {
    const link = text.shownLinks[at]!;
    if (link.box.end <= offset) return link;
  }
  return null;
}

/** Index of the first of the links, ascending by where they begin, that begins at `start` or later. */
function firstShownFrom(links: readonly ReadLink[], start: number): number {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (links[middle]!.box.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The visible text of a box. */
export function textOf(text: PageText, box: Box): string {
  return text.all.slice(box.start, box.end);
}

/** Turns offsets of the page text into a place: its block and the offsets in there (cut at the block's end). */
export function placeOf(
  text: PageText,
  start: number,
  end: number,
): { block: number; start: number; end: number } | null {
  const block = lastAtMost(text.starts, start);
  const found = text.blocks[block];
  if (!found) return null;
  const from = start - text.starts[block]!;
  if (from > found.text.length) return null;
  return { block, start: from, end: Math.min(found.text.length, end - text.starts[block]!) };
}

const ROLES = new Map<string, BlockRole>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const),
  ['li', 'listItem'],
  ['td', 'cell'],
  ['dd', 'cell'],
  ['th', 'label'],
  ['dt', 'label'],
  ['label', 'label'],
  ['p', 'paragraph'],
]);

/** The role that a tag gives to the text in it. */
export function roleOfTag(tag: string): BlockRole | null {
  return ROLES.get(tag) ?? null;
}

import type { HiddenText } from './snapshot';
import type { Box, PageText, ReadLink } from './text';

const MAX_HIDDEN = 200;

/** The text of what the walk passed by because nobody can see it. */
export function hiddenTexts(text: PageText): HiddenText[] {
  const found: HiddenText[] = [];
  for (const { element, why } of text.hidden) {
    if (found.length === MAX_HIDDEN) break;
    const words = element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (words !== '') found.push({ text: words.slice(0, 500), why });
  }
  return found;
}

/** Every link in document order, with those inside hidden elements; these have offsets of -1. */
export function linksInOrder(text: PageText): ReadLink[] {
  const links: ReadLink[] = [];
  let next = 0;
  for (const { element, frame, links: before } of text.hidden) {
    while (next < before) links.push(text.links[next++]!);
    const anchors = element.localName === 'a' ? [element] : element.getElementsByTagName('a');
    for (const anchor of anchors) links.push(unseen(anchor as HTMLAnchorElement, frame));
  }
  while (next < text.links.length) links.push(text.links[next++]!);
  return links;
}

function unseen(element: HTMLAnchorElement, frame: number): ReadLink {
  const none = { parent: null, children: [], start: -1, end: -1, link: -1 };
  const box: Box = { element, tag: 'a', frame, zone: 'body', ...none };
  return { element, box, visible: false };
}

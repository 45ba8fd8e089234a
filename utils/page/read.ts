import type { PageDates } from './dated';
import { readDates } from './dated';
import { readFields } from './fields';
import { hiddenTexts, linksInOrder } from './hidden';
import { readImage } from './images';
import { readOtherDates } from './otherDates';
import { pageKindOf } from './pageKind';
import { rangeOf } from './range';
import type { PageLink, PageSnapshot, Place } from './snapshot';
import type { PageText } from './text';
import { placeOf, textOf } from './text';

/** What stands where a list will be, until the page's script has filled it. */
const LOADING =
  /^[\s.…]*(?:数据|页面|信息|列表|内容|正在|努力|拼命)*(?:加载|载入|读取)(?:中|数据)*(?:[\s，,。.…!！]|请稍[候后等])*$/;

export interface PageReading {
  snapshot: PageSnapshot;
  /** The live range of a place of this reading, to paint or scroll to; null when the page has changed since. */
  rangeOf(place: Place): Range | null;
}

/**
 * Reads what a visitor sees of the page: text, dates, lists, links, metas. Never changes the page.
 *
 * @param document a laid-out page; its readable frames are read with it.
 * @param options.url the page's address when it is not the document's own (a saved page).
 * @param options.now the instant of reading in ms since 1970; it dates the snapshot and bounds dates without a year.
 */
export function readPage(document: Document, options: { url?: string; now: number }): PageReading {
  return readRest(document, readDates(document, options), options.now);
}

/** Everything else of a page whose dates were read, and the snapshot of both. */
export function readRest(document: Document, dates: PageDates, now: number): PageReading {
  const { url, text, metas, breadcrumb, published, lists, blankColumns, pager, isHome } = dates;
  const loading = dates.hasOwnList ? undefined : text.blocks.find((block) => isLoading(block.text));
  if (loading) text.limits.push({ kind: 'loading', detail: loading.text.trim() });
  const fields = readFields(text);
  const headline = dates.headline?.text ?? null;
  const snapshot: PageSnapshot = {
    url,
    title: document.title,
    readAt: new Date(now).toISOString(),
    charset: document.characterSet,
    kind: pageKindOf({
      url,
      title: document.title,
      headline,
      breadcrumb,
      fields,
      published,
      lists,
      isHome,
      isBlank: blankColumns.length > 0,
      titles: text.links.filter((l) => l.visible && l.box.zone === 'body' && l.box.end - l.box.start >= 10)
        .length,
      text: text.all,
    }),
    metas,
    breadcrumb,
    headline,
    blocks: text.blocks,
    links: linksInOrder(text).map((link) => readLink(text, link)),
    images: text.images.map((image) => readImage(text, image)),
    fields,
    hidden: hiddenTexts(text),
    lists,
    blankColumns,
    pager,
    published,
    otherDates: readOtherDates(text, dates.mentions, metas, url),
    frames: text.frames,
    limits: text.limits,
  };
  return { snapshot, rangeOf: (place) => rangeOf(text, place) };
}

function isLoading(words: string): boolean {
  return /[载读]/.test(words) && LOADING.test(words);
}

function readLink(text: PageText, { element, box, visible }: PageText['links'][number]): PageLink {
  const words = box.start < 0 ? (element.textContent ?? '').trim() : textOf(text, box).trim();
  return {
    text: words,
    href: element.href,
    raw: element.getAttribute('href') ?? '',
    ...(element.title ? { title: element.title } : {}),
    place: words && box.start >= 0 ? placeOf(text, box.start, box.end) : null,
    visible,
    ...(element.hasAttribute('onclick') ? { acts: true as const } : {}),
    frame: box.frame,
  };
}

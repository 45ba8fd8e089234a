import { readAccount } from '../accounts/registry';
import { civilOfInstant } from '../dates/civil';
import { readBreadcrumb, readFields, readHeadline } from './header';
import { groupRows } from './lists/groups';
import { readLists } from './lists/read';
import { readMentions } from './mentions';
import { metaContent, readMetas } from './metas';
import { pageKindOf } from './pageKind';
import { readOtherDates, readPublished } from './published';
import { rangeOf } from './range';
import type { PageLink, PageSnapshot, Place } from './snapshot';
import type { PageText } from './text';
import { placeOf, textOf } from './text';
import { walk } from './walk';

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
  const url = options.url ?? document.URL;
  const text = walk(document);
  const metas = readMetas(document);
  const mentions = readMentions(text);
  const groups = groupRows(mentions);
  const inRows = new Set(groups.flatMap((g) => g.rows.flatMap((r) => r.dates)));
  const breadcrumb = readBreadcrumb(text);
  const headline = readHeadline(text, metas, document.title);
  const published = readPublished(text, mentions, inRows, headline, metas);
  const columnName = metaContent(metas, 'ColumnName') ?? breadcrumb.at(-1) ?? null;
  const own = published === null && columnName ? { name: columnName, nameFrom: 'columnName' as const } : null;
  const lists = readLists(text, groups, own, civilOfInstant(options.now));
  const readAt = new Date(options.now).toISOString();
  const account = readAccount(document, url, readAt);
  const snapshot: PageSnapshot = {
    url,
    title: document.title,
    readAt,
    charset: document.characterSet,
    kind: pageKindOf({
      url,
      title: document.title,
      metas,
      headline: headline?.text ?? null,
      breadcrumb,
      lists,
      shownDate: published !== null,
    }),
    metas,
    breadcrumb,
    headline: headline?.text ?? null,
    blocks: text.blocks,
    links: text.links.map((link) => readLink(text, link)),
    images: text.images,
    fields: readFields(text),
    hidden: text.hidden,
    lists,
    blankColumns: [],
    pager: null,
    published,
    otherDates: readOtherDates(text, mentions, metas, url),
    frames: text.frames,
    limits: text.limits,
    ...(account ? { account } : {}),
  };
  return { snapshot, rangeOf: (place) => rangeOf(text, place) };
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
    frame: box.frame,
  };
}

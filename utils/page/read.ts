import { civilOfInstant } from '../dates/civil';
import { readBreadcrumb } from './breadcrumb';
import { readFields } from './fields';
import type { Headline } from './headline';
import { readHeadlines } from './headline';
import { readBlankColumns } from './lists/blank';
import type { Group } from './lists/groups';
import { groupRows } from './lists/groups';
import { ownGroup } from './lists/own';
import { readPager } from './lists/pager';
import { readLists } from './lists/read';
import { readMentions } from './mentions';
import { metaContent, readMetas } from './metas';
import { readOtherDates } from './otherDates';
import { isHomePage, LETTER, pageKindOf } from './pageKind';
import { readPublished } from './published';
import { rangeOf } from './range';
import type { DatedList, Meta, PageLink, PageSnapshot, Place } from './snapshot';
import type { PageText } from './text';
import { placeOf, textOf } from './text';
import { walk } from './walk';

/** What stands where a list will be, until the page's script has filled it. */
const LOADING =
  /^[\s.…]*(?:数据|页面|信息|列表|内容|正在|努力|拼命)*(?:加载|载入|读取)(?:中|数据)*(?:[\s，,。.…!！]|请稍[候后等])*$/;

/** Columns of letters and their answers. */
const LETTERS = /信箱|来信|信件|留言|咨询|答复|回复|互动交流|问政/;

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
  const today = civilOfInstant(options.now);
  const mentions = readMentions(text, today);
  const groups = groupRows(text, mentions);
  const inRows = new Set(groups.flatMap((g) => g.rows.flatMap((r) => r.dates)));
  const breadcrumb = readBreadcrumb(text);
  const headlines = readHeadlines(text, metas, document.title);
  const headline = headlines[0] ?? null;
  const named = columnNameOf(metas, breadcrumb, document.title);
  const words = `${breadcrumb.join(' ')} ${document.title}`;
  const published = readPublished(text, mentions, inRows, headlines, metas, {
    today,
    isArticle: !isColumnPage(text, groups, headline, named.name),
    isLetter: groups.length === 0 && (LETTERS.test(words) || LETTER.test(text.all)),
  });
  const pager = readPager(text, url);
  const isHome = isHomePage({ url, breadcrumb, groups: groups.length, published });
  const isColumn = !isHome && published === null;
  const blankColumns =
    isHome || isColumn ? readBlankColumns(text, groups, isColumn ? named.name : null, pager) : [];
  const group = isColumn && blankColumns.length === 0 ? ownGroup(text, groups, named.name, pager, url) : null;
  const loading = group ? undefined : text.blocks.find((block) => LOADING.test(block.text));
  if (loading) text.limits.push({ kind: 'loading', detail: loading.text.trim() });
  const lists = readLists(text, groups, group && { group, ...named }, today);
  const fields = readFields(text);
  const readAt = new Date(options.now).toISOString();
  const snapshot: PageSnapshot = {
    url,
    title: document.title,
    readAt,
    charset: document.characterSet,
    kind: pageKindOf({
      url,
      title: document.title,
      headline: headline?.text ?? null,
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
    headline: headline?.text ?? null,
    blocks: text.blocks,
    links: text.links.map((link) => readLink(text, link)),
    images: text.images,
    fields,
    hidden: text.hidden,
    lists,
    blankColumns,
    pager,
    published,
    otherDates: readOtherDates(text, mentions, metas, url),
    frames: text.frames,
    limits: text.limits,
  };
  return { snapshot, rangeOf: (place) => rangeOf(text, place) };
}

/** What a column page calls itself: its ColumnName, the end of its path, or its short title. */
function columnNameOf(
  metas: readonly Meta[],
  breadcrumb: readonly string[],
  title: string,
): { name: string | null; nameFrom: DatedList['nameFrom'] } {
  const meta = metaContent(metas, 'ColumnName');
  if (meta && meta !== '公共头') return { name: meta, nameFrom: 'columnName' };
  const last = breadcrumb.findLast((part) => !/^(?:正文|列表|首页|详情|内容|信息详细)$/.test(part));
  if (last) return { name: last, nameFrom: 'breadcrumb' };
  const head = title.split(/\s*[_|｜—-]+\s*/)[0]!.trim();
  return head !== '' && head.length <= 14
    ? { name: head, nameFrom: 'title' }
    : { name: null, nameFrom: 'none' };
}

/** Two sentences of a text, each in a line of its own. */
const PROSE = /[^\n]{30}[^\n]*[。！？][^\n]*\n[^\n]{30}/;

/** A page of rows without a headline of its own: what stands in place of one is the column's name, and no text follows it. */
function isColumnPage(
  text: PageText,
  groups: readonly Group[],
  headline: Headline | null,
  columnName: string | null,
): boolean {
  if (!groups.some((g) => g.rows.length >= 3)) return false;
  if (headline === null || headline.text === columnName) return true;
  return headline.text.length <= 8 && !PROSE.test(text.all.slice(headline.end));
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

import { civilOfInstant } from '../dates/civil';
import { readBreadcrumb } from './breadcrumb';
import type { Headline } from './headline';
import { readHeadlines } from './headline';
import { readBlankColumns } from './lists/blank';
import type { Group } from './lists/groups';
import { groupRows } from './lists/groups';
import { ownGroup } from './lists/own';
import { readPager } from './lists/pager';
import { readLists } from './lists/read';
import type { PageMention } from './mentions';
import { readMentions } from './mentions';
import { metaContent, readMetas } from './metas';
import { isHomePage, LETTER } from './pageKind';
import { readPublished } from './published';
import type { BlankColumn, DatedList, Meta, Pager, PublishedDate } from './snapshot';
import type { PageText } from './text';
import { walk } from './walk';

/** Columns of letters and their answers. */
const LETTERS = /信箱|来信|信件|留言|咨询|答复|回复|互动交流|问政/;

/** How a page dates itself: the publication date of a detail page, the lists of a column or home page, and what both stand on. */
export interface PageDates {
  url: string;
  text: PageText;
  metas: Meta[];
  mentions: PageMention[];
  breadcrumb: string[];
  headline: Headline | null;
  published: PublishedDate | null;
  isHome: boolean;
  pager: Pager | null;
  lists: DatedList[];
  /** One of the lists is the page's own column. */
  hasOwnList: boolean;
  blankColumns: BlankColumn[];
}

/** Reads the page's text and its dates, and nothing that they can do without: this much is read of every page before all else. */
export function readDates(document: Document, options: { url?: string; now: number }): PageDates {
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
    isLetter: () => groups.length === 0 && (LETTERS.test(words) || LETTER.test(text.all)),
  });
  const pager = readPager(text, url);
  const isHome = isHomePage({ url, breadcrumb, groups: groups.length, published });
  const isColumn = !isHome && published === null;
  const blankColumns =
    isHome || isColumn ? readBlankColumns(text, groups, isColumn ? named.name : null, pager) : [];
  const group = isColumn && blankColumns.length === 0 ? ownGroup(text, groups, named.name, pager, url) : null;
  const lists = readLists(text, groups, group && { group, ...named }, today);
  const hasOwnList = group !== null;
  return {
    url,
    text,
    metas,
    mentions,
    breadcrumb,
    headline,
    published,
    isHome,
    pager,
    lists,
    hasOwnList,
    blankColumns,
  };
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

import { metaContent } from './metas';
import type { DatedList, Meta, PageKind } from './snapshot';

/** What kind of page this is, from its address, its lists and its words. */
export function pageKindOf(page: {
  url: string;
  title: string;
  metas: readonly Meta[];
  headline: string | null;
  breadcrumb: readonly string[];
  lists: readonly DatedList[];
  shownDate: boolean;
}): PageKind {
  const path = page.url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  if (/^\/?(?:index\.\w+)?$/.test(path) && page.lists.length >= 2) return 'home';
  const words = `${page.breadcrumb.join(' ')} ${page.headline ?? ''} ${page.title}`;
  if (page.shownDate || metaContent(page.metas, 'ArticleTitle')) {
    if (/征求.{0,30}意见|意见征集/.test(page.headline ?? '')) return 'consultation';
    if (/解读/.test(words)) return 'interpretation';
    return 'article';
  }
  if (page.lists.length >= 4) return 'home';
  return page.lists.length > 0 ? 'column' : 'other';
}

import { pathOf } from '../dates/url';
import type { DatedList, HeaderField, PageKind, PublishedDate } from './snapshot';

/** What decides about a page as a whole, before its lists are named. */
interface Layout {
  url: string;
  breadcrumb: readonly string[];
  groups: number;
  published: PublishedDate | null;
}

/** The site's (or a department's) front page: its address says so, or many boxes of rows without a path above them. */
export function isHomePage({ url, breadcrumb, groups, published }: Layout): boolean {
  if (published) return false;
  const path = pathOf(url);
  if (/^\/?(?:(?:index|default|home|main)\.\w+)?$/i.test(path)) return groups >= 1;
  return breadcrumb.length === 0 && groups >= 3;
}

/** Everything that tells the kinds of pages apart. */
export interface PageFacts {
  url: string;
  title: string;
  headline: string | null;
  breadcrumb: readonly string[];
  fields: readonly HeaderField[];
  published: PublishedDate | null;
  lists: readonly DatedList[];
  isHome: boolean;
  isBlank: boolean;
  /** Links outside navigation that read like titles. */
  titles: number;
  /** The whole visible text. */
  text: string;
}

/** The words of a letter and its answer. */
export const LETTER =
  /(?:来信|留言|写信|咨询|提问|信件)(?:人|者|内容|时间|日期|主题|标题|编号)[\s\S]*(?:回复|答复|处理|办理|受理)(?:内容|时间|日期|单位|部门|情况|结果|意见|状态)/;
const GUIDE_PARTS =
  /(?:办理|受理)(?:依据|条件|流程|时限|机构|地点|时间)|申请(?:材料|条件)|设定依据|收费(?:标准|依据)|法定(?:办结)?时限|承诺(?:办结)?时限/g;

/** What kind of page this is, from its address, its lists and its words. */
export function pageKindOf(page: PageFacts): PageKind {
  const { text, headline, title, lists, published } = page;
  if (
    text.length < 600 &&
    /\b40[34]\b|找不到|不存在|无法访问|已删除|页面出错|出错了/.test(`${title} ${text}`)
  )
    return 'error';
  if (
    /搜索结果|全文检索|站内搜索|检索结果/.test(title) ||
    /\/(?:search|jsearch|s)\/?(?:\?|$|index)/i.test(page.url)
  )
    return 'search';
  if (page.isHome) return 'home';
  const own = lists.find((l) => l.own);
  const path = `${page.breadcrumb.join(' ')} ${headline ?? ''} ${title}`;
  const isLetters = /信箱|来信|信件|留言|咨询|问政|互动/.test(path);
  if (own && (published === null || own.items.length >= 5)) {
    return isLetters && (own.kind === 'mailbox' || own.items.some((i) => i.status))
      ? 'mailboxList'
      : 'column';
  }
  if (isLetters && LETTER.test(text)) return 'mailboxDetail';
  if (/我要(?:写信|留言|咨询|投诉)|写信须知|在线(?:留言|提交|申请)/.test(path) && published === null)
    return 'form';
  if (/(?:政府信息公开|网站|信息公开工作).{0,12}(?:年度?报告|年报|年度(?:工作)?报表)/.test(headline ?? title))
    return 'annualReport';
  if (new Set(text.match(GUIDE_PARTS) ?? []).size >= 4) return 'guide';
  // 暂无信息 in place of rows: a column, whatever its name promises.
  if (page.isBlank && published === null) return 'column';
  if (/征求.{0,40}意见|意见(?:建议)?征集|征集.{0,20}意见|公开征集/.test(headline ?? title))
    return 'consultation';
  if (/解读|一图读懂|图解/.test(`${headline ?? title} ${page.breadcrumb.at(-1) ?? ''}`))
    return 'interpretation';
  if (page.fields.some((f) => /文号|发文字号/.test(f.label) && /〔|\[|号/.test(f.value))) return 'policy';
  if (published) return 'article';
  if (lists.length > 0) return 'column';
  const isShort = headline !== null && headline.length <= 8;
  if ((page.breadcrumb.length > 0 || isShort) && page.titles >= 5 && !/[^\n]{120}/.test(text))
    return 'column';
  return headline !== null && text.length > 400 ? 'article' : 'other';
}

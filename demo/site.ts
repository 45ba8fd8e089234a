/** The vocabulary of the synthetic portal: who is asked (a site), by whom (a visit) and what is answered (a reply). */

/** The day on which the demo takes place: the inspection's 监测时间点, a Thursday. All content is dated around it. */
export const DEMO_DAY = '2024-04-18';

/** The fictional city's domain; every host of the demo lies under it. */
export const DOMAIN = 'yunhe-demo.gov.cn';

/** One request, after the server has found out which virtual host it is for. */
export interface Visit {
  url: URL;
  /** The absolute address of a page on another host of the demo, with the port the visitor came through. */
  link(host: string, path: string): string;
}

export interface Reply {
  body: string | Uint8Array;
  /** Content type; `text/html; charset=utf-8` when left out. */
  type?: string;
  /** HTTP status; 200 when left out. */
  status?: number;
  headers?: Record<string, string>;
}

export type Route = (visit: Visit) => Reply;

/** Paths (`/xw/`) to what is answered there; `/xw/index.html` is the same page as `/xw/`. */
export type Routes = Record<string, Route>;

/** What the frame of every page of one site repeats. */
export interface Identity {
  host: string;
  /** 网站名称, as in the header and in the SiteName meta. */
  name: string;
  /** 主办单位. */
  owner: string;
  /** 网站标识码: ten digits, invented. */
  siteId: string;
  /** Accent colour of the site's style sheet. */
  colour: string;
  /** Navigation: label and path. */
  nav: readonly (readonly [label: string, path: string])[];
}

export interface Site {
  identity: Identity;
  routes: Routes;
  /** A host that it had before; it leads to the present one. */
  formerHost?: string;
}

/** A piece of content: an article of a column. */
export interface Article {
  /** `YYYY-MM-DD HH:MM`. */
  at: string;
  title: string;
  /** 来源; the site's owner when left out. */
  source?: string;
  /** HTML of the text; ordinary prose about the title when left out. */
  text?: string;
  /** Shown first in the list whatever its date, marked 置顶. */
  pinned?: boolean;
  /** Where it lives when that is not under its column: absolute path. */
  path?: string;
}

export type ListLayout = 'spans' | 'table' | 'boxes';

export interface Column {
  name: string;
  /** Path of the first page, with slashes: `/xw/dtyw/`. */
  path: string;
  layout: ListLayout;
  articles: readonly Article[];
  /** Rows on a page; everything on one page when left out. */
  pageSize?: number;
}

/** The civil day of an article. */
export function dayOf(article: Article): string {
  return article.at.slice(0, 10);
}

/** Address of an article within its site: its own path, or `t20240417_1003.html` in the month's folder of its column. */
export function addressOf(column: Column, article: Article): string {
  if (article.path) return article.path;
  const day = dayOf(article).replaceAll('-', '');
  const serial = 1001 + column.articles.indexOf(article);
  return `${column.path}${day.slice(0, 6)}/t${day}_${serial}.html`;
}

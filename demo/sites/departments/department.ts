import { buildSite } from '../../layouts/build';
import { type Article, type Column, DOMAIN, type Identity, type Routes, type Site } from '../../site';

/** What sets one department's site apart from the others; all else follows from it. */
export interface Department {
  /** Host below the city's domain: `zjj`. */
  host: string;
  /** Name of the department, of its site, and who runs it. */
  name: string;
  /** Last four digits of its 网站标识码. */
  code: string;
  colour: string;
  /** Columns with a box on the home page, headline column first, and those reached by navigation only. */
  home: readonly Column[];
  others?: readonly Column[];
  /** Pages with a layout of their own, with what the navigation calls the first of them. */
  special?: { nav?: Identity['nav']; routes(identity: Identity): Routes };
}

/** A row of a plain column: `YYYY-MM-DD HH:MM` and title, or an article with more to it. */
export type Row = Article | readonly [at: string, title: string];

/** The columns that every department has, and most others: name, path, layout, rows newest first. */
export function column(name: string, path: string, layout: Column['layout'], rows: readonly Row[]): Column {
  return {
    name,
    path,
    layout,
    articles: rows.map((row) => ('title' in row ? row : { at: row[0], title: row[1] })),
  };
}

export const workColumn = (rows: readonly Row[], layout: Column['layout'] = 'spans') =>
  column('工作动态', '/gzdt/', layout, rows);

export const noticeColumn = (rows: readonly Row[]) => column('通知公告', '/tzgg/', 'table', rows);

export const reportColumn = (rows: readonly Row[]) => column('信息公开年报', '/zwgk/nb/', 'spans', rows);

/** A department's site; its navigation lists its columns. */
export function departmentSite({ host, name, code, colour, home, others = [], special }: Department): Site {
  const identity: Identity = {
    host: `${host}.${DOMAIN}`,
    name,
    owner: name,
    siteId: `990000${code}`,
    colour,
    nav: [
      ['首页', '/'],
      ...[...home, ...others].map(({ name, path }) => [name, path] as const),
      ...(special?.nav ?? []),
    ],
  };
  return buildSite(identity, { home, others, special: special?.routes(identity) ?? {} });
}

import { escapeHtml } from '../html';
import { type Article, addressOf, type Column, dayOf, type Identity, type ListLayout } from '../site';
import { framed } from './frame';

type Row = { title: string; href: string; day: string };

const layouts: Record<ListLayout, (rows: Row[]) => string> = { spans, table, boxes };

/** Number of list pages of a column; at least one, also when it is blank. */
export function pageCount(column: Column): number {
  return Math.max(1, Math.ceil(column.articles.length / (column.pageSize ?? Number.POSITIVE_INFINITY)) || 1);
}

/** Address of page 1..n of a column: `index.html`, `index_1.html` for the second, as many CMS number them. */
export function listAddress(column: Column, page: number): string {
  return page === 1 ? column.path : `${column.path}index_${page - 1}.html`;
}

/** A list page of a column: rows newest first, pinned ones before them, and the pager. */
export function listPage(site: Identity, column: Column, page: number): string {
  const size = column.pageSize ?? Math.max(1, column.articles.length);
  const rows = sorted(column.articles)
    .slice((page - 1) * size, page * size)
    .map((article) => row(column, article));
  return framed(site, {
    title: `${column.name}_${site.name}`,
    crumbs: [[column.name, column.path]],
    metas: {
      ColumnName: column.name,
      ColumnDescription: `${site.name}${column.name}栏目`,
      ColumnType: column.name,
    },
    main: `<div class="panel"><div class="boxhead"><h2>${column.name}</h2></div>
${rows.length > 0 ? layouts[column.layout](rows) : '<div class="empty">暂无信息</div>'}
${pager(column, page)}</div>`,
  });
}

/** Pinned articles first, then by time, newest first. */
export function sorted(articles: readonly Article[]): Article[] {
  return [...articles].sort(
    (a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false) || b.at.localeCompare(a.at),
  );
}

function row(column: Column, article: Article): Row {
  const title = `${article.pinned ? '[置顶]' : ''}${article.title}`;
  return { title: escapeHtml(title), href: addressOf(column, article), day: dayOf(article) };
}

function spans(rows: Row[]): string {
  const items = rows.map(
    ({ title, href, day }) => `<li><a href="${href}">${title}</a><span>${day}</span></li>`,
  );
  return `<ul class="list">\n${items.join('\n')}\n</ul>`;
}

function table(rows: Row[]): string {
  const lines = rows.map(
    ({ title, href, day }, index) =>
      `<tr><td>${index + 1}</td><td><a href="${href}" title="${title}">${title}</a></td><td>${day}</td></tr>`,
  );
  return `<table class="grid">\n<tr><th>序号</th><th>标题</th><th>发布日期</th></tr>\n${lines.join('\n')}\n</table>`;
}

/** Split date boxes: the day large, above year and month. */
function boxes(rows: Row[]): string {
  const items = rows.map(
    ({ title, href, day }) =>
      `<li><div class="when"><b>${day.slice(8)}</b><i>${day.slice(0, 7)}</i></div><div class="what"><a href="${href}">${title}</a></div></li>`,
  );
  return `<ul class="datebox">\n${items.join('\n')}\n</ul>`;
}

function pager(column: Column, page: number): string {
  const pages = pageCount(column);
  const numbers = Array.from({ length: pages }, (_, index) =>
    index + 1 === page ? `<b>${page}</b>` : `<a href="${listAddress(column, index + 1)}">${index + 1}</a>`,
  );
  return `<div class="pager">共 ${column.articles.length} 条　第 ${page}/${pages} 页　${numbers.join(' ')}</div>`;
}

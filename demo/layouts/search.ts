import { escapeHtml, htmlReply } from '../html';
import { addressOf, type Column, dayOf, type Identity, type Route } from '../site';
import { framed } from './frame';

/** The site's own search over titles. */
export function searchRoute(site: Identity, columns: readonly Column[]): Route {
  return ({ url }) => {
    const query = url.searchParams.get('q')?.trim() ?? '';
    const hits = columns.flatMap((column) =>
      column.articles
        .filter(({ title }) => query !== '' && title.includes(query))
        .map((article) => ({ column, article })),
    );
    const rows = hits.map(
      ({ column, article }) =>
        `<li><a href="${addressOf(column, article)}">${escapeHtml(article.title)}</a><span>${dayOf(article)}</span></li>`,
    );
    return htmlReply(
      framed(site, {
        title: `站内搜索_${site.name}`,
        crumbs: [['站内搜索', '/search']],
        main: `<div class="panel"><p>共找到与“${escapeHtml(query)}”相关的信息 ${hits.length} 条</p><ul class="list">${rows.join('\n')}</ul></div>`,
      }),
    );
  };
}

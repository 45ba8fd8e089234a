import { escapeHtml } from '../html';
import { type Article, type Column, dayOf, type Identity } from '../site';
import { framed } from './frame';
import { prose } from './prose';

/** An article page: title, 发布时间 and 来源 under it, text. */
export function articlePage(site: Identity, column: Column, article: Article): string {
  const source = article.source ?? site.owner;
  return framed(site, {
    title: `${article.title}_${site.name}`,
    crumbs: [[column.name, column.path]],
    metas: {
      ColumnName: column.name,
      ArticleTitle: article.title,
      PubDate: article.at,
      ContentSource: source,
    },
    main: `<div class="panel">
<h1 class="title">${escapeHtml(article.title)}</h1>
<div class="info"><span>发布时间：${article.at}</span><span>来源：${source}</span><span>字体：[大 中 小]</span></div>
<div class="content">
${article.text ?? prose(article.title, dayOf(article))}
</div></div>`,
  });
}

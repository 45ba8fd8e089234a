import { escapeHtml } from '../html';
import { type Article, addressOf, type Column, DEMO_DAY, dayOf, type Identity } from '../site';
import { framed } from './frame';
import { sorted } from './lists';

/** A home page: today's date, the headline, and a box with the newest rows of each column, dated MM-DD. */
export function homePage(site: Identity, columns: readonly Column[], extra = ''): string {
  const [lead, ...rest] = columns;
  const headline = lead && sorted(lead.articles)[0];
  return framed(site, {
    title: site.name,
    main: `<p class="today">${today()}　云河：多云　9℃～21℃</p>
${lead && headline ? `<div class="headline"><a href="${addressOf(lead, headline)}">${escapeHtml(headline.title)}</a></div>` : ''}
<div class="boxes">
${[lead, ...rest].map((column) => (column ? box(column) : '')).join('\n')}
${extra}
</div>`,
  });
}

function box(column: Column): string {
  const rows = sorted(column.articles).slice(0, 6);
  return `<div class="panel"><div class="boxhead"><h2>${column.name}</h2><a href="${column.path}">更多&gt;&gt;</a></div>
<ul class="list">
${rows.map((article) => homeRow(column, article)).join('\n')}
</ul></div>`;
}

function homeRow(column: Column, article: Article): string {
  const day = dayOf(article).slice(5);
  return `<li><a href="${addressOf(column, article)}" title="${escapeHtml(article.title)}">${escapeHtml(article.title)}</a><span>${day}</span></li>`;
}

/** The visitor's date in the header of a portal; it says nothing about updates. */
function today(): string {
  const [year, month, day] = DEMO_DAY.split('-').map(Number);
  const weekday = '日一二三四五六'[new Date(DEMO_DAY).getUTCDay()];
  return `今天是：${year}年${month}月${day}日 星期${weekday}`;
}

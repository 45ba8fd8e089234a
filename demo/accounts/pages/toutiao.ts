import { escapeHtml } from '../../html';
import { bytedanceId } from '../ids';
import { type DemoAccount, type DemoPost, dayOf, idTimeOf, type ProfilePage } from '../model';
import { footLine, shell, sideBox } from './shell';

function card(account: { id: string; name: string }, post: DemoPost): string {
  const href = `/article/${bytedanceId(idTimeOf(post))}/`;
  return `<div class="profile-article-card-wrapper row"><div class="feed-card-article">
${post.pinned ? '<span class="stick">置顶</span>' : ''}<a class="title" href="${href}">${escapeHtml(post.text)}</a>
<div class="feed-card-footer-cmp"><div class="feed-card-footer-cmp-author"><a href="/c/user/token/${account.id}/">${escapeHtml(account.name)}</a></div>
<div class="feed-card-footer-comment-cmp"><a href="${href}#comment">3评论</a></div>
<div class="feed-card-footer-time-cmp">${escapeHtml(post.label ?? dayOf(post))}</div></div></div></div>`;
}

export const toutiaoProfile: ProfilePage = (account, { recommended = [], foot } = {}) =>
  shell({
    title: `${account.name}的头条主页 - 今日头条`,
    brand: '今日头条',
    body: `<main><div class="profile-info-wrapper"><div class="detail"><h1 class="name">${escapeHtml(account.name)}</h1><p class="auth">${escapeHtml(account.mark)}</p></div></div>
<div class="profile-tab-feed">${account.posts.map((post) => card(account, post)).join('\n')}</div>${footLine(foot)}</main>
${sideBox(
  '热门推荐',
  recommended.map((post) => card({ id: 'MS4wOthers', name: '别的头条号' }, post)),
)}`,
  });

export function toutiaoArticle(account: DemoAccount, post: DemoPost): string {
  return shell({
    title: `${post.text} - 今日头条`,
    brand: '今日头条',
    body: `<main><article class="article-content"><h1>${escapeHtml(post.text)}</h1><div class="article-meta"><span>${escapeHtml(post.label ?? post.at)}</span> · <a href="/c/user/token/${account.id}/">${escapeHtml(account.name)}</a></div><p>${escapeHtml(post.text)}</p></article></main>`,
  });
}

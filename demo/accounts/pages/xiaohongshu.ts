import { escapeHtml } from '../../html';
import { xiaohongshuId } from '../ids';
import { type DemoAccount, type DemoPost, idTimeOf, type ProfilePage } from '../model';
import { footLine, shell, sideBox } from './shell';

function note(author: { id: string; name: string }, post: DemoPost): string {
  const id = xiaohongshuId(idTimeOf(post));
  return `<section class="note-item row"><div><a href="/explore/${id}" style="display:none"></a>
<a class="cover mask ld" href="/user/profile/${author.id}/${id}?xsec_token=ABtoken&amp;xsec_source=pc_user"><img alt=""></a>${post.pinned ? '<span class="top-tag">置顶</span>' : ''}
<div class="footer"><a class="title" href="/user/profile/${author.id}/${id}?xsec_token=ABtoken"><span>${escapeHtml(post.text)}</span></a>
<a class="author" href="/user/profile/${author.id}?xsec_token=CDtoken"><span class="name">${escapeHtml(author.name)}</span></a></div></div></section>`;
}

export const xiaohongshuProfile: ProfilePage = (account, { recommended = [], foot } = {}) =>
  shell({
    title: `${account.name} - 小红书`,
    brand: '小红书',
    body: `<main><div class="user-info"><div class="user-name">${escapeHtml(account.name)}</div><div class="user-desc">${escapeHtml(account.mark)}</div></div>
<div class="feeds-container">${account.posts.map((post) => note(account, post)).join('\n')}</div>${footLine(foot)}</main>
${sideBox(
  '收藏',
  recommended.map((post) => note({ id: '5f00aa00bb00cc00dd00ee00', name: '旅行的人' }, post)),
)}`,
  });

/** A note's page: delivered with its time in a script; the label may be that of an edit. */
export function xiaohongshuNote(account: DemoAccount, post: DemoPost): string {
  const id = xiaohongshuId(idTimeOf(post));
  const time = Date.parse(`${post.at.replace(' ', 'T')}:00+08:00`);
  const state = { note: { noteDetailMap: { [id]: { note: { user: { nickname: account.name }, time } } } } };
  return shell({
    title: `${post.text} - 小红书`,
    brand: '小红书',
    body: `<main><div id="noteContainer"><a href="/user/profile/${account.id}">${escapeHtml(account.name)}</a><div id="detail-desc">${escapeHtml(post.text)}</div>
<div class="bottom-container"><span class="date">${escapeHtml(post.label ?? post.at.slice(0, 10))}</span></div></div>
<div class="comment-item"><span class="date">04-30</span></div></main><script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`,
  });
}

import { escapeHtml } from '../../html';
import { bytedanceId } from '../ids';
import { type DemoAccount, type DemoPost, idTimeOf, type ProfilePage } from '../model';
import { footLine, shell, sideBox } from './shell';

function tile(post: DemoPost): string {
  return `<li class="wqW3g_Kl row"><a class="uz1VJwFY" href="/video/${bytedanceId(idTimeOf(post))}"><img alt=""><span>${post.pinned ? '<span class="pin">置顶</span>' : ''}</span><p class="eJFBAbdI">${escapeHtml(post.text)}</p></a></li>`;
}

/** 抖音: tiles without dates; what the account likes stands in a list of its own. */
export const douyinProfile: ProfilePage = (account, { recommended = [], foot } = {}) =>
  shell({
    title: `${account.name}的抖音 - 抖音`,
    brand: '抖音',
    body: `<main><div data-e2e="user-info"><h1 class="GMEdHsXq">${escapeHtml(account.name)}</h1><p class="auth">${escapeHtml(account.mark)}</p></div>
<div data-e2e="user-post-list"><ul class="e6wsjNLL" data-e2e="scroll-list">${account.posts.map(tile).join('\n')}</ul></div>${footLine(foot)}</main>
${sideBox('喜欢', [`<div data-e2e="user-like-list"><ul>${recommended.map(tile).join('\n')}</ul></div>`])}`,
  });

export function douyinVideo(account: DemoAccount, post: DemoPost): string {
  return shell({
    title: `${post.text} - 抖音`,
    brand: '抖音',
    body: `<main><div data-e2e="detail-video-info"><h1>${escapeHtml(post.text)}</h1><span class="aQoncqRg" data-e2e="detail-video-publish-time">发布时间：${escapeHtml(post.label ?? post.at)}</span></div>
<div data-e2e="user-info"><a href="/user/${account.id}">${escapeHtml(account.name)}</a></div>
<div data-e2e="comment-list"><p>支持</p><span>3天前</span></div></main>`,
  });
}

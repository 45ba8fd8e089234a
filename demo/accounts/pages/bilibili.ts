import { escapeHtml } from '../../html';
import { bilibiliId, opaqueId } from '../ids';
import { type DemoAccount, type DemoPost, dayOf, idTimeOf, type ProfilePage } from '../model';
import { footLine, shell, sideBox } from './shell';

function dynamic(author: { id: string; name: string }, post: DemoPost): string {
  const inner = post.repost;
  return `<div class="bili-dyn-list__item row"><div class="bili-dyn-item">
${post.pinned ? '<div class="bili-dyn-tag__text">置顶</div>' : ''}<div class="bili-dyn-item__header"><a href="//space.bilibili.com/${author.id}">${escapeHtml(author.name)}</a>
<div class="bili-dyn-time">${escapeHtml(post.label ?? dayOf(post).replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日'))}</div></div>
<div class="bili-dyn-content"><a href="//www.bilibili.com/opus/${bilibiliId(idTimeOf(post))}">${escapeHtml(post.text)}</a>
${inner ? `<div class="bili-dyn-content__forw"><a href="//space.bilibili.com/${inner.authorId}">${escapeHtml(inner.author)}</a><p>${escapeHtml(inner.text)}</p></div>` : ''}</div></div></div>`;
}

/** The dynamic tab of a 哔哩哔哩 space. */
export const bilibiliProfile: ProfilePage = (account, { recommended = [], foot } = {}) =>
  shell({
    title: `${account.name}的个人空间-${account.name}个人主页-哔哩哔哩视频`,
    brand: '哔哩哔哩',
    body: `<main><div class="upinfo"><div class="nickname">${escapeHtml(account.name)}</div><p>${escapeHtml(account.mark)}</p></div>
<div class="bili-dyn-list"><div class="bili-dyn-list__items">${account.posts.map((post) => dynamic(account, post)).join('\n')}</div></div>${footLine(foot)}</main>
${sideBox(
  '推荐视频',
  recommended.map((post) => dynamic({ id: '777000111', name: '别的UP主' }, post)),
)}`,
  });

/** The video tab: addresses without a time, a label under each video. */
export const bilibiliVideos: ProfilePage = (account, { foot } = {}) =>
  shell({
    title: `${account.name}投稿视频-${account.name}视频分享-哔哩哔哩视频`,
    brand: '哔哩哔哩',
    body: `<main><div class="nickname">${escapeHtml(account.name)}</div><div class="video-list">${account.posts
      .map((post) => {
        const href = `//www.bilibili.com/video/BV${opaqueId(account.id + post.at, 10)}/`;
        return `<div class="bili-video-card row"><a href="${href}"><img alt=""><span class="bili-cover-card__stat">03:25</span></a><div class="bili-video-card__title"><a href="${href}">${escapeHtml(post.text)}</a></div><div class="bili-video-card__subtitle"><span>${escapeHtml(post.label ?? dayOf(post))}</span></div></div>`;
      })
      .join('\n')}</div>${footLine(foot)}</main>`,
  });

export function bilibiliVideo(account: DemoAccount, post: DemoPost): string {
  return shell({
    title: `${post.text}_哔哩哔哩_bilibili`,
    brand: '哔哩哔哩',
    body: `<meta itemprop="datePublished" content="${post.at}:00"><main><h1>${escapeHtml(post.text)}</h1><div class="pubdate-ip-text">${post.at}:00</div><a class="up-name" href="//space.bilibili.com/${account.id}">${escapeHtml(account.name)}</a></main>`,
  });
}

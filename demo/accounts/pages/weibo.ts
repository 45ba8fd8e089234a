import { escapeHtml } from '../../html';
import { weiboBid, weiboMid } from '../ids';
import { type DemoAccount, type DemoPost, idTimeOf, type ProfilePage } from '../model';
import { footLine, shell, sideBox } from './shell';

/** weibo.com writes `24-4-16 10:05`: two digits of the year, no leading zeros. */
function shortLabel(at: string): string {
  const [year, month, day] = at.slice(0, 10).split('-').map(Number);
  return `${year! % 100}-${month}-${day} ${at.slice(11)}`;
}

function timeLink(authorId: string, at: string, label: string): string {
  return `<a class="head-info_time_6sFQg" href="/${authorId}/${weiboBid(at)}">${escapeHtml(label)}</a>`;
}

function card(account: DemoAccount, post: DemoPost): string {
  const inner = post.repost;
  return `<div class="vue-recycle-scroller__item-view row"><article class="Feed_wrap_3v9LH">
${post.pinned ? '<span class="title_title_1DVuO">置顶</span>' : ''}
<div class="head_main_3DRDm"><a class="ALink_default_2ibt1" href="/u/${account.id}">${escapeHtml(account.name)}</a>
${timeLink(account.id, idTimeOf(post), post.label ?? shortLabel(post.at))} <span>来自 微博网页版</span></div>
<div class="wbpro-feed-content"><div class="detail_wbtext_4CRf9">${escapeHtml(post.text)}</div>
${
  inner
    ? `<div class="Feed_retweet_JqZJb"><a href="/u/${inner.authorId}">@${escapeHtml(inner.author)}</a> <div>${escapeHtml(inner.text)}</div>${timeLink(inner.authorId, inner.at, shortLabel(inner.at))}</div>`
    : ''
}</div><footer>转发 2 评论 1 赞 9</footer></article></div>`;
}

/** weibo.com: a virtual list whose posts are known by the address behind their time. */
export const weiboProfile: ProfilePage = (account, { recommended = [], foot } = {}) =>
  shell({
    title: `@${account.name} 的个人主页 - 微博`.replace(' 的', '的'),
    brand: '微博',
    body: `<main><div class="ProfileHeader_name_1KbBs">${escapeHtml(account.name)}</div>
<div class="ProfileHeader_descText_3AF7I">${escapeHtml(account.mark)}</div>
<div class="vue-recycle-scroller__item-wrapper">${account.posts.map((post) => card(account, post)).join('\n')}</div>
${footLine(foot)}</main>
${sideBox(
  '推荐微博',
  recommended.map(
    (post) =>
      `<div class="row">${timeLink('7700000001', post.at, shortLabel(post.at))}<p>${escapeHtml(post.text)}</p></div>`,
  ),
)}`,
  });

/** m.weibo.cn: cards without links to the posts. */
export const weiboMobileProfile: ProfilePage = (account, { foot } = {}) =>
  shell({
    title: `${account.name}的微博`,
    brand: '微博',
    body: `<main><div class="profile-cover"><div class="mod-fil-name">${escapeHtml(account.name)}</div><p>认证：${escapeHtml(account.mark)}</p></div>
<div class="card-list">${account.posts
      .map(
        (post) => `<div class="card m-panel card9 row"><div class="card-wrap">
<header class="weibo-top"><a href="/profile/${account.id}"><h3>${escapeHtml(account.name)}</h3></a><h4><span class="time">${escapeHtml(post.label ?? post.at.slice(0, 10))}</span><span class="from">来自 微博网页版</span></h4></header>
<article class="weibo-main"><div class="weibo-og"><div class="weibo-text">${post.pinned ? '<span>置顶</span>' : ''}${escapeHtml(post.text)}<a href="/status/${weiboMid(idTimeOf(post))}">全文</a></div></div>
${post.repost ? `<div class="weibo-rp"><a href="/profile/${post.repost.authorId}">@${escapeHtml(post.repost.author)}</a>：<span>${escapeHtml(post.repost.text)}</span></div>` : ''}</article></div></div>`,
      )
      .join('\n')}</div>${footLine(foot)}</main>`,
  });

/** weibo.cn: boxes named after the post, the time at their foot. */
export const weiboPlainProfile: ProfilePage = (account) =>
  shell({
    title: `${account.name}的微博`,
    brand: '微博',
    body: `<div class="u"><span class="ctt">${escapeHtml(account.name)}</span><span class="ctt">认证：${escapeHtml(account.mark)}</span></div>
${account.posts
  .map((post) => {
    const bid = weiboBid(idTimeOf(post));
    return `<div class="c" id="M_${bid}"><div>${post.pinned ? '<span class="kt">置顶</span>' : ''}<span class="ctt">${escapeHtml(post.text)}</span></div>
<div><a href="/comment/${bid}?uid=${account.id}&amp;rl=0">评论[1]</a>&nbsp;<span class="ct">${escapeHtml(post.label ?? post.at)}&nbsp;来自微博网页版</span></div></div>`;
  })
  .join('\n')}
<div class="pa" id="pagelist"><div>1/3页</div></div>`,
  });

/** The page of one post, with comments below it. */
export function weiboPost(account: DemoAccount, post: DemoPost): string {
  const row = card(account, post);
  const comment = `<div class="item1"><a href="/u/7700000009">热心网友</a><span>已阅，支持。</span><div class="info">24-12-30 08:00</div></div>`;
  return shell({
    title: `${account.name}的微博 - 微博`,
    brand: '微博',
    body: `<main>${row}<div class="comments">${comment}</div></main>`,
  });
}

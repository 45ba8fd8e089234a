import { escapeHtml } from '../../html';
import { opaqueId } from '../ids';
import { type DemoAccount, type DemoPost, dayOf, type ProfilePage } from '../model';
import { footLine, shell } from './shell';

/** The name of a video in its address. */
export function weishiVideoId(account: DemoAccount, post: DemoPost): string {
  return opaqueId(account.id + post.at, 17);
}

/** 微视: the only dates are those that the page writes. */
export const weishiProfile: ProfilePage = (account, { foot } = {}) =>
  shell({
    title: `${account.name}的微视`,
    brand: '微视',
    body: `<main><div class="person"><h1 class="nick">${escapeHtml(account.name)}</h1><p>${escapeHtml(account.mark)}</p></div>
<div class="feed-list">${account.posts
      .map(
        (post) =>
          `<div class="feed-item row"><a href="/weishi/feed/${weishiVideoId(account, post)}"><img alt=""><p class="desc">${escapeHtml(post.text)}</p></a><span class="time">${escapeHtml(post.label ?? dayOf(post))}</span></div>`,
      )
      .join('\n')}</div>${footLine(foot)}</main>`,
  });

export function weishiVideo(account: DemoAccount, post: DemoPost): string {
  return shell({
    title: `${post.text} - 微视`,
    brand: '微视',
    body: `<main><p class="nick">${escapeHtml(account.name)}</p><p>${escapeHtml(post.text)}</p><span class="time">${escapeHtml(post.label ?? dayOf(post))}</span></main>`,
  });
}

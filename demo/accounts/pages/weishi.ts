import { escapeHtml } from '../../html';
import { opaqueId } from '../ids';
import { dayOf, type ProfilePage } from '../model';
import { footLine, shell } from './shell';

/** 微视: the only dates are those that the page writes. */
export const weishiProfile: ProfilePage = (account, { foot } = {}) =>
  shell({
    title: `${account.name}的微视`,
    brand: '微视',
    body: `<main><div class="person"><h1 class="nick">${escapeHtml(account.name)}</h1><p>${escapeHtml(account.mark)}</p></div>
<div class="feed-list">${account.posts
      .map(
        (post) =>
          `<div class="feed-item row"><a href="/weishi/feed/${opaqueId(account.id + post.at, 17)}"><img alt=""><p class="desc">${escapeHtml(post.text)}</p></a><span class="time">${escapeHtml(post.label ?? dayOf(post))}</span></div>`,
      )
      .join('\n')}</div>${footLine(foot)}</main>`,
  });

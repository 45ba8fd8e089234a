import { escapeHtml } from '../../html';
import { opaqueId } from '../ids';
import { type DemoAccount, type DemoPost, dayOf } from '../model';
import { shell } from './shell';

const epoch = (post: DemoPost) => String(Date.parse(`${post.at.replace(' ', 'T')}:00+08:00`) / 1000);

/** The code in an article's short address. */
export function wechatCode(account: DemoAccount, post: DemoPost): string {
  return opaqueId(account.id + post.at, 22);
}

/** An article: its time stands in a script, the label below the title is written by the page's own code. */
export function wechatArticle(account: DemoAccount, post: DemoPost): string {
  return shell({
    title: post.text,
    brand: '微信公众平台',
    body: `<div id="js_article"><main id="img-content"><h1 id="activity-name">${escapeHtml(post.text)}</h1>
<div id="meta_content"><a id="js_name" href="javascript:void(0);">${escapeHtml(account.name)}</a> <em id="publish_time">${escapeHtml(post.label ?? post.at)}</em></div>
<div id="js_content"><p>${escapeHtml(post.text)}</p></div></main></div>
<script>var biz = "${account.id}" || "";var ct = "${epoch(post)}";var nickname = htmlDecode("${account.name}");function htmlDecode(s){return s}</script>`,
  });
}

/** A collection of articles chosen by the account. */
export function wechatAlbum(account: DemoAccount): string {
  return shell({
    title: '合集',
    brand: '微信公众平台',
    body: `<main><div class="album__author-name">${escapeHtml(account.name)}</div><ul class="album__list">${account.posts
      .map(
        (post, i) =>
          `<li class="album__list-item row" data-msgid="${1000 + i}" data-itemidx="1" data-title="${escapeHtml(post.text)}" data-link="https://mp.weixin.qq.com/s?__biz=${account.id}&amp;mid=${1000 + i}&amp;idx=1&amp;sn=0a1b&amp;chksm=token"><div>${escapeHtml(post.text)}</div><span class="js_article_create_time">${escapeHtml(post.label ?? dayOf(post))}</span></li>`,
      )
      .join('\n')}</ul></main>`,
  });
}

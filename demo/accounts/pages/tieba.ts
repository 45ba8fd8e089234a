import { escapeHtml } from '../../html';
import { opaqueId } from '../ids';
import { type DemoAccount, type DemoPost, dayOf, type ProfilePage } from '../model';
import { footLine, shell } from './shell';

/** The number of a thread. */
export function tiebaThreadId(account: DemoAccount, post: DemoPost): string {
  return opaqueId(account.id + post.at, 10, '123456789');
}

/** A person's home on 贴吧. */
export const tiebaHome: ProfilePage = (account, { foot } = {}) =>
  shell({
    title: `${account.name}的贴吧`,
    brand: '百度贴吧',
    body: `<main><div class="head-name">${escapeHtml(account.name)}</div><p>${escapeHtml(account.mark)}</p>
<div class="thread-list">${account.posts
      .map(
        (post) =>
          `<div class="thread-card row"><a href="/p/${tiebaThreadId(account, post)}">${escapeHtml(post.text)}</a><span class="post-num">${escapeHtml(post.label ?? dayOf(post))}</span><span class="reply">回复于 2024-04-30</span></div>`,
      )
      .join('\n')}</div>${footLine(foot)}</main>`,
  });

/** A 吧: everybody's threads, with the time of creation and that of the last reply. */
export const tiebaForum: ProfilePage = (account) =>
  shell({
    title: `${account.name}吧-百度贴吧--${account.name}爱好者聚集地`,
    brand: '百度贴吧',
    body: `<ul id="thread_list">${account.posts
      .map(
        (post) =>
          `<li class="j_thread_list row"><a href="/p/${tiebaThreadId(account, post)}">${escapeHtml(post.text)}</a><span class="is_show_create_time" title="创建时间">${escapeHtml(post.label ?? dayOf(post).slice(5))}</span><span title="最后回复时间">11:24</span></li>`,
      )
      .join('\n')}</ul>`,
  });

export function tiebaThread(account: DemoAccount, post: DemoPost): string {
  const floor = (no: number, text: string, at: string) =>
    `<div class="l_post" data-field='{"author":{"user_name":"${account.name}"},"content":{"post_id":${no},"post_no":${no}}}'><cc>${escapeHtml(text)}</cc><div class="post-tail-wrap"><span class="tail-info">${no}楼</span><span class="tail-info">${at}</span></div></div>`;
  return shell({
    title: `${post.text}【${account.name}吧】_百度贴吧`,
    brand: '百度贴吧',
    body: `<main>${floor(1, post.text, post.at)}${floor(2, '收到', '2024-12-30 08:00')}</main>`,
  });
}

import type { ViewedPage } from '../adapter';
import { type SeenPost, seenPost } from '../compose';
import { textOf, timeLabel } from '../dom';
import { weiboMid, weiboMidTime } from '../idTime';

/**
 * weibo.cn, the skin without scripts: every post is a box whose `id` attribute is `M_<bid>` (the repost's own, not the
 * inner one's), with its time at the foot. The link to its comments names the author.
 */
export function plainPosts(page: ViewedPage, uid: string | null): SeenPost[] {
  const { document, readAt } = page;
  const posts: SeenPost[] = [];
  for (const box of document.querySelectorAll('[id^="M_"]')) {
    const mid = weiboMid(box.id.slice(2));
    if (!mid || !namesAuthor(box, uid)) continue;
    const idTime = weiboMidTime(mid);
    const label = timeLabel(box, { readAt, near: idTime }, 'last');
    const href = `/${uid}/${box.id.slice(2)}`;
    posts.push(seenPost({ id: mid, href, box, idTime, label }, page));
  }
  return posts;
}

/** `1/117页` under the list; one page when there is none. */
export function plainPages(document: Document): { page: number; pages: number } {
  const words = /(\d+)\/(\d+)页/.exec(textOf(document.getElementById('pagelist')));
  return words ? { page: Number(words[1]), pages: Number(words[2]) } : { page: 1, pages: 1 };
}

function namesAuthor(box: Element, uid: string | null): boolean {
  const authors = [...box.querySelectorAll('a[href*="uid="]')].map(
    (a) => /[?&]uid=(\d+)/.exec(a.getAttribute('href')!)?.[1],
  );
  return uid !== null && authors.includes(uid);
}

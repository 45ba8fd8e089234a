import type { ViewedPage } from '../adapter';
import { openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { fromScripts, textOf, timeLabel } from '../dom';
import { weiboMid, weiboMidTime } from '../idTime';
import { rowGroups } from '../rows';
import { shownTime } from '../shownTime';

/** The id in a link of a card, or in the address of the post's own page. */
const STATUS = /^\/(?:status|detail|\d{6,10})\/([0-9A-Za-z]{8,16})$/;

/**
 * m.weibo.cn draws cards without links to the posts: a card is the account's own when the first person it links to is
 * the account. The post inside a repost has no time label of its own.
 */
export function mobilePosts(page: ViewedPage, uid: string | null): SeenPost[] {
  const { document, readAt } = page;
  const delivered = deliveredPost(page);
  if (delivered) return [delivered];
  const people = postLinks(
    document,
    page,
    (link) => /^\/(?:profile|u)\/(\d+)$/.exec(link.pathname)?.[1] ?? null,
  );
  const posts: SeenPost[] = [];
  // Each card counts once although all of them link to the same account.
  const spots = people.map((person, index) => ({ ...person, id: `${person.id}#${index}` }));
  for (const { rows } of rowGroups(spots)) {
    for (const { element: box, spots: inRow } of rows) {
      if (inRow[0]!.id.split('#')[0] !== uid) continue;
      const link = postLinks(box, page, (to) => STATUS.exec(to.pathname)?.[1] ?? null)[0]?.id;
      const mid = link ? (/^\d{16}$/.test(link) ? link : weiboMid(link)) : null;
      const idTime = mid ? weiboMidTime(mid) : null;
      const label = timeLabel(box, { readAt, near: idTime });
      if (!label) continue;
      const id = mid ?? `${label.earliest} ${textOf(box).slice(0, 40)}`;
      posts.push(seenPost({ id, href: mid ? `/detail/${mid}` : '', box, idTime, label }, page));
    }
  }
  return posts;
}

/** The page of one post carries it in a script (`$render_data`), with the time as the server writes it. */
function deliveredPost(page: ViewedPage): SeenPost | null {
  const { document, readAt } = page;
  const created = fromScripts(document, /\$render_data[\s\S]*?"created_at":\s*"([^"]+)"/);
  const mid = fromScripts(document, /\$render_data[\s\S]*?"(?:mid|id)":\s*"(\d{16})"/);
  if (!created || !mid) return null;
  const label = shownTime(created, { readAt, near: weiboMidTime(mid) });
  return openedPost({ id: mid, idTime: weiboMidTime(mid), label }, page);
}

import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, postLinks, type SeenPost, seenPost } from '../compose';
import { nameFromTitle, textOf, timeLabel } from '../dom';
import { weiboMid, weiboMidTime } from '../idTime';
import { rowGroups } from '../rows';
import { shownTime } from '../shownTime';
import { parseUrl } from '../url';
import { mobilePosts } from './weiboMobile';
import { plainPages, plainPosts } from './weiboPlain';

/** A post's address: the account's number and the post's bid or mid. */
const POST = /^\/(\d{6,10})\/([0-9A-Za-z]{8,10}|\d{16})$/;
/** First path parts of weibo.com that are no account's own domain. */
const NOT_AN_ACCOUNT =
  /^(?:hot|newlogin|login|signup|mygroups|tv|ajax|p|at|set|message|fav|like|comment|search|help|about|status|detail|home|article|ttarticle)$/;

/**
 * 微博, in its three skins. A post belongs to the account when its address carries the account's number, so that
 * the post inside a repost, recommendations and comments fall away by themselves. Posts are known by their mid.
 */
export const weibo: AccountAdapter = {
  platform: 'weibo',
  matches: (url) => pageOf(url) !== null || /^passport\.weibo\.(?:com|cn)$/.test(url.hostname),

  accountOf: (url) => pageOf(url)?.uid ?? null,

  read(page) {
    const { document, url } = page;
    const target = pageOf(url);
    const uid = target?.uid ?? ownUid(page);
    const read =
      url.hostname === 'm.weibo.cn' ? mobilePosts : url.hostname === 'weibo.cn' ? plainPosts : desktopPosts;
    const pages = url.hostname === 'weibo.cn' ? plainPages(document) : null;
    const posts = target ? read(page, uid) : [];
    return compose(
      {
        platform: 'weibo',
        personOf: weibo.accountOf,
        kind: target?.mid ? 'post' : 'account',
        accountId: uid,
        name: nameFromTitle(document, /的(?:个人主页|微博)|\s*-\s*微博/),
        posts: target?.mid ? posts.filter((post) => post.id === target.mid) : posts,
        fromTop: pages ? pages.page === 1 : true,
        listEnded: pages ? pages.pages === 1 : undefined,
      },
      page,
    );
  },
};

/** Whose page or which post an address is; null for the rest of 微博. */
function pageOf(url: URL): { uid: string | null; mid: string | null } | null {
  const host = url.hostname.replace(/^www\./, '');
  if (!['weibo.com', 'm.weibo.cn', 'weibo.cn'].includes(host)) return null;
  const path = url.pathname.replace(/\/+$/, '');
  const post = POST.exec(path);
  if (post) return { uid: post[1]!, mid: midOf(post[2]!) };
  const alone = /^\/(?:status|detail|comment)\/([0-9A-Za-z]{8,16})$/.exec(path);
  if (alone && host !== 'weibo.com') return { uid: url.searchParams.get('uid'), mid: midOf(alone[1]!) };
  const numbered = /^\/(?:u\/|profile\/|p\/100\d{3})?(\d{6,10})(?:\/(?:profile|home|info))?$/.exec(path);
  if (numbered) return { uid: numbered[1]!, mid: null };
  if (/^\/n\/[^/]+$/.test(path)) return { uid: null, mid: null };
  const domain = /^\/([A-Za-z][\w-]{3,})(?:\/profile)?$/.exec(path)?.[1];
  return domain && host !== 'm.weibo.cn' && !NOT_AN_ACCOUNT.test(domain) ? { uid: null, mid: null } : null;
}

function midOf(id: string): string | null {
  return /^\d{16}$/.test(id) ? id : weiboMid(id);
}

/** weibo.com: the time of each post is a link to it. Its virtual list keeps only what is near the screen. */
function desktopPosts(page: ViewedPage, uid: string | null): SeenPost[] {
  const { document, readAt } = page;
  const links = postLinks(document, page, (link) => {
    const post = /(?:^|\.)weibo\.(?:com|cn)$/.test(link.hostname) ? POST.exec(link.pathname) : null;
    return post && post[1] === uid ? midOf(post[2]!) : null;
  });
  const posts = new Map<string, SeenPost>();
  for (const row of rowGroups(links).flatMap((group) => group.rows)) {
    const alone = row.spots.every((spot) => spot.id === row.spots[0]!.id);
    for (const { id, element } of row.spots) {
      const idTime = weiboMidTime(id);
      const context = { readAt, near: idTime, shortYear: true };
      const label = shownTime(textOf(element), context) ?? (alone ? timeLabel(row.element, context) : null);
      const href = element.getAttribute('href')!;
      const post = seenPost({ id, href, box: row.element, idTime, label }, page);
      if (!posts.has(id) || label) posts.set(id, post);
    }
  }
  return [...posts.values()];
}

/** On /<domain> and /n/<name> pages: the number that more than half of the posts on the page carry. */
function ownUid(page: ViewedPage): string | null {
  const count = new Map<string, number>();
  let total = 0;
  for (const link of page.document.querySelectorAll('a[href]')) {
    const url = parseUrl(link.getAttribute('href')!, page.url.href);
    const uid = url && (POST.exec(url.pathname)?.[1] ?? url.searchParams.get('uid'));
    if (!uid) continue;
    total++;
    count.set(uid, (count.get(uid) ?? 0) + 1);
  }
  for (const [uid, links] of count) if (links * 2 > total) return uid;
  return null;
}

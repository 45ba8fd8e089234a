import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, nameFromTitle, timeLabel } from '../dom';
import { bilibiliTime } from '../idTime';
import { ownRows } from '../lists';
import { shownTime } from '../shownTime';

/** Tabs of a space that list its owner's posts; 收藏, 追番 and 关注 list other people's. */
const SPACE = /^(?:\/space)?\/(\d{1,20})(?:\/(?:dynamic|upload(?:\/\w+)?|video|article|opus)?)?\/?$/;
const VIDEO = /^\/video\/(BV[0-9A-Za-z]{10}|av\d+)/;

/** 哔哩哔哩: dynamics have ids that tell the time, videos only a label. */
export const bilibili: AccountAdapter = {
  platform: 'bilibili',
  matches: (url) => spaceOf(url) !== null || postOf(url) !== null,

  accountOf: spaceOf,

  read(page) {
    const { document, url, readAt } = page;
    const postId = postOf(url);
    const mid = spaceOf(url) ?? spacesIn(document, page)[0] ?? null;
    const rows = postId ? [] : listRows(page, mid);
    return compose(
      {
        platform: 'bilibili',
        personOf: spaceOf,
        kind: postId ? 'post' : 'account',
        accountId: mid,
        name: firstText(document, '.nickname', '#h-name') ?? nameFromTitle(document, /的个人空间|投稿视频/),
        posts: postId
          ? [onePost(page, postId)]
          : (rows ?? []).map((row) => {
              const { id, element } = row.spots[0]!;
              const idTime = bilibiliTime(id);
              const label = timeLabel(row.element, { readAt, near: idTime });
              return seenPost(
                { id, href: element.getAttribute('href')!, box: row.element, idTime, label },
                page,
              );
            }),
        limits: rows === null ? [{ kind: 'layout', detail: 'space.bilibili.com' }] : [],
      },
      page,
    );
  },
};

function spaceOf(url: URL): string | null {
  if (url.hostname === 'm.bilibili.com' && !url.pathname.startsWith('/space/')) return null;
  return /^(?:space|m)\.bilibili\.com$/.test(url.hostname) ? (SPACE.exec(url.pathname)?.[1] ?? null) : null;
}

function postOf(url: URL): string | null {
  if (url.hostname === 't.bilibili.com') return /^\/(\d{8,20})/.exec(url.pathname)?.[1] ?? null;
  if (!/^(?:www|m)\.bilibili\.com$/.test(url.hostname)) return null;
  return /^\/(?:opus|dynamic)\/(\d{8,20})/.exec(url.pathname)?.[1] ?? VIDEO.exec(url.pathname)?.[1] ?? null;
}

function listRows(page: ViewedPage, mid: string | null) {
  const { document } = page;
  return ownRows(document, postLinks(document, page, postOf), {
    container: '.bili-dyn-list, .video-list, .space-upload .list',
    foreign: ({ element }) => {
      const authors = spacesIn(element, page);
      return authors.length > 0 && !authors.includes(mid!);
    },
  });
}

function spacesIn(root: ParentNode, page: ViewedPage): string[] {
  return postLinks(root, page, spaceOf).map((link) => link.id);
}

function onePost(page: ViewedPage, id: string): SeenPost {
  const { document, readAt } = page;
  const idTime = bilibiliTime(id);
  const published = document.querySelector('meta[itemprop="datePublished"]')?.getAttribute('content') ?? '';
  const shown = document.querySelector('.pubdate-ip-text, .opus-module-author__pub__text, .bili-dyn-time');
  const label =
    shownTime(published, { readAt }) ?? (shown ? timeLabel(shown, { readAt, near: idTime }) : null);
  return openedPost({ id, idTime, label }, page);
}

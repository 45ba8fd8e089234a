import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, nameFromTitle, timeLabel } from '../dom';
import { bytedanceTime } from '../idTime';
import { ownRows } from '../lists';

const POST = /^\/(?:article|w|video|group|item|i)\/?(\d{15,20})/;
const ACCOUNT = /^\/c\/user\/(?:token\/)?([\w.=-]+)/;

/** 今日头条: post ids count seconds; the label under a card is the time of the post (`behot_time` is not). */
export const toutiao: AccountAdapter = {
  platform: 'toutiao',
  matches: (url) =>
    /^(?:www\.|m\.)?toutiao\.com$/.test(url.hostname) &&
    (ACCOUNT.test(url.pathname) || POST.test(url.pathname)),

  accountOf: (url) => ACCOUNT.exec(url.pathname)?.[1] ?? null,

  read(page) {
    const { document, url, readAt } = page;
    const postId = POST.exec(url.pathname)?.[1] ?? null;
    const accountId = ACCOUNT.exec(url.pathname)?.[1] ?? null;
    const rows = postId ? [] : listRows(page, accountId);
    return compose(
      {
        platform: 'toutiao',
        personOf: toutiao.accountOf,
        kind: postId ? 'post' : 'account',
        accountId: accountId ?? authorOf(page),
        name:
          firstText(document, '.profile-info-wrapper .detail .name') ??
          nameFromTitle(document, /的头条|的主页|\s*-\s*今日头条/),
        posts: postId
          ? [articlePost(page, postId)]
          : (rows ?? []).map((row) => {
              const { id, element } = row.spots[0]!;
              const idTime = bytedanceTime(id);
              const label = timeLabel(row.element, { readAt, near: idTime });
              const href = element.getAttribute('href')!;
              return seenPost({ id, href, box: row.element, idTime, label }, page);
            }),
        limits: rows === null ? [{ kind: 'layout', detail: 'toutiao.com/c/user' }] : [],
      },
      page,
    );
  },
};

function listRows(page: ViewedPage, accountId: string | null) {
  const { document } = page;
  const spots = postLinks(document, page, (link) =>
    /(?:^|\.)toutiao\.com$/.test(link.hostname) ? (POST.exec(link.pathname)?.[1] ?? null) : null,
  );
  return ownRows(document, spots, {
    container: '.profile-tab-feed',
    foreign: ({ element }) => {
      const authors = postLinks(element, page, (link) => ACCOUNT.exec(link.pathname)?.[1] ?? null).map(
        (link) => link.id,
      );
      return authors.length > 0 && !authors.includes(accountId!);
    },
  });
}

function authorOf(page: ViewedPage): string | null {
  const { document } = page;
  return postLinks(document, page, (link) => ACCOUNT.exec(link.pathname)?.[1] ?? null)[0]?.id ?? null;
}

function articlePost(page: ViewedPage, id: string): SeenPost {
  const { document, readAt } = page;
  const idTime = bytedanceTime(id);
  const head = document.querySelector('.article-meta');
  const label = head ? timeLabel(head, { readAt, near: idTime }) : null;
  return openedPost({ id, idTime, label }, page);
}

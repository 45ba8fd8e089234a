import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, nameFromTitle, timeLabel } from '../dom';
import { ownRows } from '../lists';

const ACCOUNT = /\/personal\/(\w+)/;
const POST = /\/(?:feed|video)\/(\w{10,})/;

/** 微视: ids tell nothing; a date is known only where the page writes one, else the reviewer types it. */
export const weishi: AccountAdapter = {
  platform: 'weishi',
  matches: (url) =>
    /(?:^|\.)weishi\.qq\.com$/.test(url.hostname) && (ACCOUNT.test(url.pathname) || postOf(url) !== null),

  accountOf: (url) => ACCOUNT.exec(url.pathname)?.[1] ?? null,

  read(page) {
    const { document, url } = page;
    const postId = postOf(url);
    const posts = postId ? [videoPost(page, postId)] : works(page);
    return compose(
      {
        platform: 'weishi',
        personOf: weishi.accountOf,
        kind: postId ? 'post' : 'account',
        accountId: ACCOUNT.exec(url.pathname)?.[1] ?? null,
        name:
          firstText(document, '.person .nick', '.nick') ??
          nameFromTitle(document, /的(?:微视|个人主页|主页)|\s*-\s*微视/),
        posts: (posts ?? []).filter((post) => post.time !== null),
        limits:
          posts === null || posts.some((post) => post.time === null)
            ? [{ kind: 'layout', detail: 'weishi.qq.com' }]
            : [],
      },
      page,
    );
  },
};

function postOf(url: URL): string | null {
  return (
    POST.exec(url.pathname)?.[1] ?? (url.pathname.includes('/share') ? url.searchParams.get('id') : null)
  );
}

function works(page: ViewedPage): SeenPost[] | null {
  const { document, readAt } = page;
  const rows = ownRows(document, postLinks(document, page, postOf), {});
  if (!rows) return null;
  return rows.map((row) => {
    const { id, element } = row.spots[0]!;
    const label = timeLabel(row.element, { readAt });
    return seenPost({ id, href: element.getAttribute('href')!, box: row.element, idTime: null, label }, page);
  });
}

/** One video's page: its date, when the page shows one and no other. */
function videoPost(page: ViewedPage, id: string): SeenPost {
  const { document, readAt } = page;
  const first = timeLabel(document.body, { readAt });
  const last = timeLabel(document.body, { readAt }, 'last');
  const label = first?.day === last?.day ? first : null;
  return openedPost({ id, idTime: null, label }, page);
}

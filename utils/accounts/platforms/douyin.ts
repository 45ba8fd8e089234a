import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, nameFromTitle, timeLabel } from '../dom';
import { bytedanceTime } from '../idTime';
import { ownRows } from '../lists';

const POST = /^\/(?:share\/)?(?:video|note)\/(\d{15,20})/;
const ACCOUNT = /^\/(?:share\/)?user\/(MS4w[\w.=-]+|\d{6,})/;
/** The account's own works; likes and collections have lists of their own. */
const OWN_LIST = '[data-e2e="user-post-list"]';

/** 抖音: only the ids in the list of works tell a time; a visitor may be shown other people's videos instead. */
export const douyin: AccountAdapter = {
  platform: 'douyin',
  matches: (url) =>
    /(?:^|\.)(?:ies)?douyin\.com$/.test(url.hostname) &&
    (ACCOUNT.test(url.pathname) || POST.test(url.pathname)),

  accountOf: (url) => ACCOUNT.exec(url.pathname)?.[1] ?? null,

  read(page) {
    const { document, url } = page;
    const postId = POST.exec(url.pathname)?.[1] ?? null;
    const accountId = ACCOUNT.exec(url.pathname)?.[1] ?? null;
    return compose(
      {
        platform: 'douyin',
        personOf: douyin.accountOf,
        kind: postId ? 'post' : 'account',
        accountId: accountId ?? authorIn(document.querySelector('[data-e2e="user-info"]') ?? document, page),
        name: firstText(document, '[data-e2e="user-info"] h1') ?? nameFromTitle(document, /的抖音/),
        posts: postId ? [videoPost(page, postId)] : works(page, accountId),
      },
      page,
    );
  },
};

function works(page: ViewedPage, accountId: string | null): SeenPost[] {
  const { document } = page;
  const list = document.querySelector(OWN_LIST);
  if (!list) return [];
  const spots = postLinks(list, page, (link) => POST.exec(link.pathname)?.[1] ?? null);
  const rows = ownRows(document, spots, {
    container: OWN_LIST,
    foreign: ({ element }) => ![null, accountId].includes(authorIn(element, page)),
  });
  return (rows ?? []).map((row) => {
    const { id, element } = row.spots[0]!;
    const seen = {
      id,
      href: element.getAttribute('href')!,
      box: row.element,
      idTime: bytedanceTime(id),
      label: null,
    };
    return seenPost(seen, page);
  });
}

function videoPost(page: ViewedPage, id: string): SeenPost {
  const { document, readAt } = page;
  const idTime = bytedanceTime(id);
  const shown = document.querySelector('[data-e2e="detail-video-publish-time"]');
  const label = shown ? timeLabel(shown, { readAt, near: idTime }) : null;
  return openedPost({ id, idTime, label }, page);
}

function authorIn(root: ParentNode, page: ViewedPage): string | null {
  return postLinks(root, page, (link) => ACCOUNT.exec(link.pathname)?.[1] ?? null)[0]?.id ?? null;
}

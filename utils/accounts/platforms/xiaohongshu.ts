import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, fromScripts, nameFromTitle, timeLabel } from '../dom';
import { xiaohongshuTime } from '../idTime';
import { ownRows } from '../lists';
import { instantOfEpoch, timeOfInstant } from '../times';

const ACCOUNT = /^\/user\/profile\/([0-9a-f]{24})/;
const POST = /^\/(?:explore|discovery\/item|user\/profile\/[0-9a-f]{24})\/([0-9a-f]{24})/;

/**
 * 小红书: a note's id begins with its second. Notes in 收藏 and 赞过 stand in the same grid, so a card counts only while
 * its author link is the page's owner and the address names no other tab.
 */
export const xiaohongshu: AccountAdapter = {
  platform: 'xiaohongshu',
  matches: (url) =>
    /(?:^|\.)xiaohongshu\.com$/.test(url.hostname) && (ACCOUNT.test(url.pathname) || POST.test(url.pathname)),

  accountOf: (url) => ACCOUNT.exec(url.pathname)?.[1] ?? null,

  read(page) {
    const { document, url } = page;
    const noteId = POST.exec(url.pathname)?.[1] ?? null;
    const accountId = ACCOUNT.exec(url.pathname)?.[1] ?? null;
    const rows = noteId ? [] : noteRows(page, accountId);
    return compose(
      {
        platform: 'xiaohongshu',
        personOf: xiaohongshu.accountOf,
        kind: noteId ? 'post' : 'account',
        accountId: accountId ?? authorIn(document, page),
        name:
          firstText(document, '.user-name', '.user-nickname') ??
          nameFromTitle(document, /\s*-\s*小红书|的小红书/),
        posts: noteId
          ? [notePost(page, noteId)]
          : (rows ?? []).map((row) => {
              const { id } = row.spots[0]!;
              const href = `/explore/${id}`;
              return seenPost({ id, href, box: row.element, idTime: xiaohongshuTime(id), label: null }, page);
            }),
        limits: rows === null ? [{ kind: 'layout', detail: 'xiaohongshu.com/user/profile' }] : [],
      },
      page,
    );
  },
};

function noteRows(page: ViewedPage, accountId: string | null) {
  const { document, url } = page;
  if (/^(?:fav|liked)/.test(url.searchParams.get('tab') ?? '')) return null;
  const spots = postLinks(document, page, (link) => POST.exec(link.pathname)?.[1] ?? null);
  return ownRows(document, spots, {
    foreign: ({ element }) => ![null, accountId].includes(authorIn(element, page)),
  });
}

/** The person whom a card names as its author: a link to a profile that is not one to a note. */
function authorIn(root: ParentNode, page: ViewedPage): string | null {
  const people = postLinks(root, page, (link) =>
    POST.test(link.pathname) ? null : (ACCOUNT.exec(link.pathname)?.[1] ?? null),
  );
  return people[0]?.id ?? null;
}

/** The note's own page carries its time in milliseconds; the label below the text may be that of an edit. */
function notePost(page: ViewedPage, id: string): SeenPost {
  const { document, readAt } = page;
  const idTime = xiaohongshuTime(id);
  const stamp = fromScripts(
    document,
    new RegExp(`"noteDetailMap"[\\s\\S]*?"${id}"[\\s\\S]*?"time":\\s*(\\d{13})`),
  );
  const at = stamp ? instantOfEpoch(stamp) : null;
  const shown = document.querySelector('.bottom-container .date');
  const label = at ? timeOfInstant(at) : shown ? timeLabel(shown, { readAt, near: idTime }) : null;
  return openedPost({ id, idTime, label }, page);
}

import type { AccountAdapter, ViewedPage } from '../adapter';
import { compose, openedPost, postLinks, type SeenPost, seenPost } from '../compose';
import { firstText, fromScripts, isShown, nameFromTitle } from '../dom';
import { type KuaishouImage, kuaishouImage } from '../idTime';
import { type IdSpot, rowGroups } from '../rows';
import { instantOfEpoch, timeOfInstant } from '../times';

const POST = /^\/(?:short-video|fw\/(?:photo|long-video)|u\/[\w-]+)\/(3x[0-9a-z]+)/;
const ACCOUNT = /^\/(?:profile|fw\/user)\/([\w-]+)/;

/** 快手: post ids tell nothing, but the address of each cover holds its time and its owner. */
export const kuaishou: AccountAdapter = {
  platform: 'kuaishou',
  matches: (url) =>
    /(?:^|\.)kuaishou\.com$/.test(url.hostname) && (ACCOUNT.test(url.pathname) || POST.test(url.pathname)),

  accountOf: (url) => ACCOUNT.exec(url.pathname)?.[1] ?? null,

  read(page) {
    const { document, url } = page;
    const postId = POST.exec(url.pathname)?.[1] ?? null;
    const posts = postId ? videoPost(page, postId) : ownCovers(page);
    return compose(
      {
        platform: 'kuaishou',
        personOf: kuaishou.accountOf,
        kind: postId ? 'post' : 'account',
        accountId: ACCOUNT.exec(url.pathname)?.[1] ?? authorOf(page),
        name:
          firstText(document, '.user-name', '.profile-user-name') ??
          nameFromTitle(document, /的(?:快手|个人主页|主页)|\s*-\s*快手/),
        posts: posts ?? [],
        limits: posts === null ? [{ kind: 'layout', detail: 'kuaishou.com/profile' }] : [],
      },
      page,
    );
  },
};

interface Cover extends IdSpot {
  image: KuaishouImage;
}

/** The covers of the page's owner; null when they belong to several people and no portrait says to whom the page does. */
function ownCovers(page: ViewedPage): SeenPost[] | null {
  const { document } = page;
  const covers: Cover[] = [];
  for (const element of document.querySelectorAll(
    'img[src*="/upic/"], [poster*="/upic/"], [style*="/upic/"]',
  )) {
    const src = ['src', 'poster', 'style'].map((name) => element.getAttribute(name) ?? '').join(' ');
    const image = kuaishouImage(src);
    if (image && isShown(element)) covers.push({ id: `${image.userId}_${image.at}`, element, image });
  }
  const owner = ownerOf(document, covers);
  if (covers.length > 0 && owner === null) return null;
  const rows = rowGroups(covers.filter((cover) => cover.image.userId === owner)).flatMap(
    (group) => group.rows,
  );
  return rows.map((row) => {
    const { id, image } = row.spots[0] as Cover;
    const link = postLinks(row.element, page, (to) => POST.exec(to.pathname)?.[1] ?? null)[0];
    const href = link?.element.getAttribute('href') ?? '';
    return seenPost({ id: link?.id ?? id, href, box: row.element, idTime: image.at, label: null }, page);
  });
}

function ownerOf(document: Document, covers: readonly Cover[]): string | null {
  const owners = [...new Set(covers.map((cover) => cover.image.userId))];
  if (owners.length <= 1) return owners[0] ?? null;
  const portraits = [...document.querySelectorAll('img[src*="/uhead/"]')]
    .filter((img) => !covers.some((cover) => cover.element.parentElement?.parentElement?.contains(img)))
    .map((img) => kuaishouImage(img.getAttribute('src')!)?.userId);
  const named = owners.filter((owner) => portraits.includes(owner));
  return named.length === 1 ? named[0]! : null;
}

/** The page of one video is delivered with its time in milliseconds. */
function videoPost(page: ViewedPage, id: string): SeenPost[] {
  const { document } = page;
  const stamp = fromScripts(document, new RegExp(`${id}"[\\s\\S]{0,4000}?"timestamp":\\s*(\\d{13})`));
  const at = stamp ? instantOfEpoch(stamp) : null;
  if (!at) return [];
  return [openedPost({ id, idTime: null, label: timeOfInstant(at) }, page)];
}

function authorOf(page: ViewedPage): string | null {
  const { document } = page;
  return postLinks(document, page, (link) => ACCOUNT.exec(link.pathname)?.[1] ?? null)[0]?.id ?? null;
}

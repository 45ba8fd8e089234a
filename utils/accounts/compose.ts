import { addDays, dayOf } from '../dates/civil';
import type { Instant } from '../page/snapshot';
import type { AccountReading, ViewedPage } from './adapter';
import { collapse, isShown, labels, markLabel, textOf } from './dom';
import { newestOf, oldestInOrder } from './newest';
import { ownWords, wholePost } from './ownWords';
import type { AccountLimit, AccountPost, AccountSnapshot, PostTime, TimeSource } from './snapshot';
import { timeOfInstant } from './times';
import { bareUrl, parseUrl } from './url';
import { closureWords, emptyList, goneNotice, listEnds, loginHint, wall } from './walls';

/** A post may be handed in and published later (scheduled); the longest delay measured is 7.2 h. */
const ID_SLACK_DAYS = 2;
const TEXT_LENGTH = 200;

/** A post as an adapter found it, with the box that it stands in. */
export type SeenPost = AccountPost & { box: Element | null };

/** What an adapter found; the rest of the snapshot follows from it. */
export interface Reading {
  platform: AccountSnapshot['platform'];
  kind: 'account' | 'post';
  accountId: string | null;
  name: string | null;
  posts: SeenPost[];
  /** Whose profile or post an address is; tells the words of others inside a post. */
  personOf?: (url: URL) => string | null;
  /** False for a page 2 or an album. */
  fromTop?: boolean;
  listEnded?: boolean;
  limits?: AccountLimit[];
}

/** What dates a post: the time in its id, the label that the page shows. */
export interface DatedSpot {
  id: string;
  idTime: Instant | null;
  /** Null when the platform shows none. */
  label: PostTime | null;
  /** True when left out. */
  own?: boolean;
}

/** Builds a post of a list from its box. */
export function seenPost(seen: DatedSpot & { href: string; box: Element }, page: ViewedPage): SeenPost {
  const text = textOf(seen.box).slice(0, TEXT_LENGTH);
  return {
    ...datedPost(seen, page),
    pinned: isPinned(seen.box),
    url: bareUrl(seen.href, page.url.href),
    text,
    box: seen.box,
  };
}

/** Builds the post whose own page this is; its text is the page's title. */
export function openedPost(seen: DatedSpot, page: ViewedPage): SeenPost {
  const text = collapse(page.document.title).slice(0, TEXT_LENGTH);
  return { ...datedPost(seen, page), pinned: false, url: bareUrl(page.url.href), text, box: null };
}

function datedPost({ id, label, idTime, own = true }: DatedSpot, { readAt }: ViewedPage) {
  const { time, source } = bestTime(label, idTime, readAt);
  return { id, time, timeSource: source, own };
}

/**
 * A shown date wins over the id's time, unless it lies before it, which no publication can: then the label was
 * something else. A span of days is narrowed by the id.
 */
function bestTime(
  label: PostTime | null,
  idTime: Instant | null,
  readAt: Instant,
): { time: PostTime | null; source: TimeSource | null } {
  if (!idTime) return label ? { time: label, source: 'page' } : { time: null, source: null };
  const idDay = dayOf(idTime);
  if (label && label.latest >= addDays(idDay, -1)) {
    const earliest = label.earliest < idDay && idDay <= label.latest ? idDay : label.earliest;
    const day =
      label.day === null || label.day < earliest
        ? earliest === label.latest
          ? earliest
          : label.day
        : label.day;
    return { time: { ...label, earliest, day }, source: 'page' };
  }
  const latest = [addDays(idDay, ID_SLACK_DAYS), dayOf(readAt)].sort()[0]!;
  return { time: { ...timeOfInstant(idTime), latest: latest < idDay ? idDay : latest }, source: 'id' };
}

function isPinned(box: Element): boolean {
  for (const { text } of labels(box))
    if (/^(?:已?置顶|置顶(?:微博|作品|视频|文章|动态|笔记)|TOP)(?:\s|$)/.test(text)) return true;
  return box.querySelector('[title="置顶"], [alt="置顶"], [aria-label="置顶"]') !== null;
}

/** Completes a reading: what the page is, what it cannot tell, and the newest of the account's own posts. */
export function compose(reading: Reading, page: ViewedPage): AccountReading {
  const { document, url, readAt } = page;
  const words = labels(document.body);
  const limits = [...(reading.limits ?? [])];
  const proven = reading.posts.some((post) => reading.kind === 'account' || post.timeSource === 'page');
  const gone = proven ? null : goneNotice(words);
  const blocked = proven ? loginHint(words) : wall(words, document.title);
  if (blocked && !gone) limits.push(blocked);
  const hidden = gone !== null || (!proven && blocked !== null);
  const seen = hidden ? [] : inOrder(reading.posts);
  const posts = seen.map(({ box: _, ...post }) => post);
  const own = posts.filter((post) => post.own);
  let pageKind: AccountSnapshot['pageKind'] = reading.kind;
  if (gone) pageKind = 'dead';
  else if (hidden && blocked?.kind !== 'loading') pageKind = 'gate';
  else if (posts.length === 0 && limits.length === 0) {
    const empty = emptyList(words);
    limits.push(empty ?? { kind: 'layout', detail: bareUrl(url.href) });
    if (!empty) pageKind = 'unknown';
  }
  const completeSince =
    reading.kind === 'account' && reading.fromTop !== false && !blocked && atTop(document, seen)
      ? oldestInOrder(own)
      : null;
  const snapshot: AccountSnapshot = {
    platform: reading.platform,
    pageKind,
    accountId: reading.accountId,
    name: reading.name,
    mark: markLabel(words),
    url: bareUrl(url.href),
    posts,
    ...newestOf(own, completeSince !== null),
    completeSince,
    listEnded: completeSince !== null && (reading.listEnded ?? listEnds(words)),
    notice: gone ?? closing(own, reading.name),
    readAt,
    limits,
  };
  const whole = reading.kind === 'post' ? wholePost(document) : null;
  const boxes = seen.flatMap(({ own, box }) => (own && (whole ?? box) ? [whole ?? box!] : []));
  return { snapshot, isOwn: ownWords(boxes, page, reading) };
}

function closing(own: readonly AccountPost[], name: string | null): AccountSnapshot['notice'] {
  const inName = name && /已注销|已停用|停止更新/.test(name) ? name : null;
  const quote = inName ?? own.map((post) => closureWords(post.text)).find((words) => words) ?? null;
  return quote ? { kind: 'closed', of: 'account', quote } : null;
}

/**
 * A virtual list shows its newest end only while it stands at its top: the page itself, and whatever scrolls around the
 * list (抖音 scrolls inside the page). Only then nothing newer can be missing.
 */
function atTop(document: Document, posts: readonly SeenPost[]): boolean {
  const view = document.defaultView;
  if (!view) return true;
  if (view.scrollY > view.innerHeight / 2) return false;
  const first = posts.find(({ box }) => box !== null)?.box ?? null;
  for (let around = first?.parentElement; around; around = around.parentElement)
    if (around !== document.scrollingElement && around.scrollTop > around.clientHeight / 2) return false;
  return true;
}

/**
 * Posts from new to old: as they stand in the document, or else as they stand on the screen, since a virtual list uses
 * its boxes again and their order in the document is soon another one. A list in neither order stays as it is.
 */
function inOrder(posts: readonly SeenPost[]): readonly SeenPost[] {
  const runs = (order: readonly SeenPost[]) => oldestInOrder(order.filter(({ own }) => own)) !== null;
  if (runs(posts)) return posts;
  const placed = posts
    .map((post) => ({ post, top: post.box?.getBoundingClientRect().top ?? 0 }))
    .sort((a, b) => a.top - b.top)
    .map(({ post }) => post);
  return runs(placed) ? placed : posts;
}

/** Links that the reviewer can see and whose address names a post (or whatever `idOf` looks for). */
export function postLinks(
  root: ParentNode,
  page: ViewedPage,
  idOf: (url: URL) => string | null,
): { id: string; element: HTMLAnchorElement; href: string }[] {
  const found = [];
  for (const element of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const url = parseUrl(element.getAttribute('href')!, page.url.href);
    const id = url && idOf(url);
    if (id && hasShownBox(element)) found.push({ id, element, href: url.href });
  }
  return found;
}

/** A link may be hidden itself (小红书 hides one of two) while its box is shown. */
function hasShownBox(element: Element): boolean {
  return isShown(element) || (element.parentElement !== null && isShown(element.parentElement));
}

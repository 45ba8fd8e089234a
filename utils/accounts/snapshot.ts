import type { CivilDate, Instant } from '../page/snapshot';
import type { Platform } from './platform';

export type { Platform } from './platform';

/** The account's own list · one post · a page that says "deleted" or "banned" · a wall before the content · none of these. */
export type AccountPageKind = 'account' | 'post' | 'dead' | 'gate' | 'unknown';

/** `page`: the page shows or carries the date · `id`: counted from the post's id ("not before") · `typed`: by the reviewer. */
export type TimeSource = 'page' | 'id' | 'typed';

/**
 * When a post was published, as exactly as the page tells: some day from `earliest` to `latest`.
 * "3天前", "2020-05" and times counted from an id are wider than one day.
 */
export interface PostTime {
  /** The day to show; null when the page names only a month. */
  day: CivilDate | null;
  earliest: CivilDate;
  latest: CivilDate;
  /** To the second or minute, when known. */
  at: Instant | null;
  /** Counted back from the moment of reading (昨天, 3小时前): the first reading of a post is the right one. */
  relative: boolean;
}

export interface AccountPost {
  /** The platform's id, or the URL when there is none. */
  id: string;
  /** Null when nothing on the page dates it. */
  time: PostTime | null;
  timeSource: TimeSource | null;
  /** Put on top by the account (置顶), whatever its age. */
  pinned: boolean;
  /** Published by this account; false for others' posts in a shared place (a 贴吧). */
  own: boolean;
  /** Tokens stripped. */
  url: string;
  /** The first 200 characters, white space collapsed. */
  text: string;
}

/** Why a page does not tell everything; while one is present, nobody may conclude "not updated". */
export interface AccountLimit {
  kind: 'login' | 'captcha' | 'rateLimit' | 'loading' | 'layout' | 'empty' | 'shared' | 'search';
  /** The words or the spot that say so. */
  detail: string;
}

/** What one reading of an account's page, or of one of its posts, showed. Plain data. */
export interface AccountSnapshot {
  platform: Platform;
  pageKind: AccountPageKind;
  /** The platform's id of the account, as in its URL; null when the page does not tell. */
  accountId: string | null;
  name: string | null;
  /** The words or the colour of the verification mark (认证：云河市公安局官方微博). */
  mark: string | null;
  /** Tokens stripped. */
  url: string;
  posts: AccountPost[];
  /** Newest day among the account's own dated posts; null when none is dated to the day. */
  newest: CivilDate | null;
  newestSource: TimeSource | null;
  /** `day`: that day for certain · `notBefore`: from an id, or newer ones may exist · `range`: a month or a span of days. */
  exactness: 'day' | 'notBefore' | 'range' | null;
  /**
   * Every post of the account from this day to the reading is among `posts` (its list was read from its newest end,
   * in order and without a gap); null when that cannot be said: single posts, later pages, lists sorted otherwise.
   */
  completeSince: CivilDate | null;
  /** The page says that there is nothing more to load. */
  listEnded: boolean;
  /** The account's or the platform's words that it is gone (dead) or was closed by its owner. */
  notice: {
    kind: 'deleted' | 'banned' | 'unavailable' | 'closed';
    quote: string;
    of: 'account' | 'post';
  } | null;
  readAt: Instant;
  limits: AccountLimit[];
}

/** What a snapshot says of an account's posts when none was read. */
export const NOTHING_READ = {
  pageKind: 'account',
  mark: null,
  posts: [],
  newest: null,
  newestSource: null,
  exactness: null,
  completeSince: null,
  listEnded: false,
  notice: null,
} as const satisfies Partial<AccountSnapshot>;

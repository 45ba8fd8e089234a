import type { CivilDate, Instant } from '../page/snapshot';
import { newestOf } from './newest';
import { type AccountPost, type AccountSnapshot, NOTHING_READ, type Platform } from './snapshot';

/** An account of which nothing was read but the day that the reviewer typed. */
export function typedAccount(
  { platform, name, url }: { platform: Platform; name: string; url: string },
  day: CivilDate,
  readAt: Instant,
): AccountSnapshot {
  const unread: AccountSnapshot = {
    ...NOTHING_READ,
    platform,
    accountId: null,
    name,
    url,
    readAt,
    limits: [],
  };
  return withTypedDate(unread, day, readAt);
}

/**
 * 人工录入: the reviewer says on which day the account last posted, having seen it where no page tells (a phone, a login
 * wall). It stands for the whole list, so what the page could not show no longer matters; a newer post that was read
 * still counts.
 */
export function withTypedDate(account: AccountSnapshot, day: CivilDate, readAt: Instant): AccountSnapshot {
  const typed: AccountPost = {
    id: `typed:${day}`,
    time: { day, earliest: day, latest: day, at: null, relative: false },
    timeSource: 'typed',
    pinned: false,
    own: true,
    url: account.url,
    text: '',
  };
  const posts = [...account.posts.filter((post) => post.timeSource !== 'typed'), typed];
  return {
    ...account,
    pageKind: 'account',
    posts,
    ...newestOf(
      posts.filter((post) => post.own),
      true,
    ),
    completeSince: day,
    readAt,
    limits: [],
  };
}

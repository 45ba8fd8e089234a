import { dayOf } from '../dates/civil';
import type { CivilDate } from '../page/snapshot';
import { newestOf, oldestInOrder } from './newest';
import type { AccountPost, AccountSnapshot } from './snapshot';

/**
 * Joins readings of one account: a virtual list read again and again while it is scrolled, single posts opened one by
 * one, a typed date. The list stays without a gap only while each later piece shares a post with what came before;
 * other pieces prove "updated since" and nothing more.
 * @param readings in the order of reading, at least one, all of the same account.
 */
export function mergeReadings(readings: readonly AccountSnapshot[]): AccountSnapshot {
  const [first, ...rest] = readings;
  if (!first) throw new Error('No reading to merge');
  return rest.reduce(join, first);
}

/** Whether two readings are of one account: the same number, or, where the page tells none, the same page. */
export function sameAccount(a: AccountSnapshot, b: AccountSnapshot): boolean {
  if (a.platform !== b.platform) return false;
  return a.accountId !== null && b.accountId !== null ? a.accountId === b.accountId : a.url === b.url;
}

function join(before: AccountSnapshot, next: AccountSnapshot): AccountSnapshot {
  const base = before.pageKind === 'account' || next.pageKind !== 'account' ? before : next;
  const known = new Map(before.posts.map((post) => [post.id, post]));
  const joined = next.pageKind === 'account' && next.posts.some((post) => !post.pinned && known.has(post.id));
  for (const post of next.posts) known.set(post.id, better(known.get(post.id), post));
  const posts = [...known.values()];
  const { completeSince, readAt } = stretch(before, next, joined);
  return {
    ...base,
    accountId: before.accountId ?? next.accountId,
    name: before.name ?? next.name,
    mark: before.mark ?? next.mark,
    posts,
    ...newestOf(
      posts.filter((post) => post.own),
      completeSince !== null,
    ),
    completeSince,
    listEnded: before.listEnded || next.listEnded,
    notice: before.notice?.of === 'account' ? before.notice : (next.notice ?? before.notice),
    readAt,
    limits: completeSince === null ? [...before.limits, ...next.limits] : base.limits,
  };
}

/** From when to when the joined list has no gap. A list read last week says nothing about this week. */
function stretch(
  before: AccountSnapshot,
  next: AccountSnapshot,
  joined: boolean,
): Pick<AccountSnapshot, 'completeSince' | 'readAt'> {
  if (next.completeSince !== null) {
    const meet = before.completeSince !== null && next.completeSince <= dayOf(before.readAt);
    const since = meet ? earlier(before.completeSince, next.completeSince) : next.completeSince;
    return { completeSince: since, readAt: next.readAt };
  }
  if (before.completeSince === null) {
    return { completeSince: null, readAt: before.readAt > next.readAt ? before.readAt : next.readAt };
  }
  const since = joined ? earlier(before.completeSince, oldestOf(next)) : before.completeSince;
  return { completeSince: since, readAt: before.readAt };
}

function oldestOf(reading: AccountSnapshot): CivilDate | null {
  return oldestInOrder(reading.posts.filter((post) => post.own));
}

function earlier(a: CivilDate | null, b: CivilDate | null): CivilDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The page's own date beats an id's; of two relative labels (3小时前) the first read was the fresher. */
function better(old: AccountPost | undefined, next: AccountPost): AccountPost {
  return old && trust(next) <= trust(old) ? old : next;
}

function trust({ time, timeSource }: AccountPost): number {
  if (time === null) return 0;
  return timeSource === 'id' ? 1 : time.relative ? 2 : 3;
}

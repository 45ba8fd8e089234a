import type { CivilDate } from '../page/snapshot';
import type { AccountPost, AccountSnapshot } from './snapshot';

/** Platforms let an account put up to three posts on top; without the word 置顶 they are told by their order. */
const PINNED_AT_MOST = 3;

/**
 * The oldest day of a list that runs from new to old; null when a post in it is undated or the order is another one
 * (最热), since then newer posts may be missing.
 */
export function oldestInOrder(own: readonly AccountPost[]): CivilDate | null {
  const listed = own.filter((post) => !post.pinned);
  if (listed.length === 0 || listed.some((post) => post.time === null)) return null;
  const times = listed.map((post) => post.time!);
  const rises = times.findLastIndex((time, i) => i > 0 && time.earliest > times[i - 1]!.latest);
  if (rises > PINNED_AT_MOST) return null;
  return times
    .slice(Math.max(rises, 0))
    .reduce((oldest, time) => (time.earliest < oldest ? time.earliest : oldest), '9999-12-31');
}

/**
 * The newest day over the account's own posts: the maximum, never the first, since pinned posts stand first.
 * @param complete whether no newer post can be missing.
 */
export function newestOf(
  own: readonly AccountPost[],
  complete: boolean,
): Pick<AccountSnapshot, 'newest' | 'newestSource' | 'exactness'> {
  let best: AccountPost | null = null;
  for (const post of own) if (post.time?.day && (!best || post.time.day > best.time!.day!)) best = post;
  if (!best) return { newest: null, newestSource: null, exactness: own.some((p) => p.time) ? 'range' : null };
  const { day, earliest, latest } = best.time!;
  const vague = earliest !== latest || own.some((p) => p.time && p.time.day === null && p.time.latest > day!);
  const open = !complete || best.timeSource === 'id';
  return {
    newest: day,
    newestSource: best.timeSource,
    exactness: open ? 'notBefore' : vague ? 'range' : 'day',
  };
}

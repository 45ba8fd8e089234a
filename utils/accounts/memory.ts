import type { CivilDate, Instant } from '../page/snapshot';
import { mergeReadings, sameAccount } from './merge';
import { type AccountSnapshot, NOTHING_READ } from './snapshot';
import { withTypedDate } from './typed';

/** What one tab has seen of the account in it, reading by reading. */
export interface AccountMemory {
  /** Takes a reading in; gives the account as it is known by all readings of it. */
  keep(seen: AccountSnapshot): AccountSnapshot;
  /** 人工录入: the day on which the account last posted. */
  typeDate(day: CivilDate, readAt: Instant): void;
}

/** A list is drawn piece by piece while the reviewer scrolls, and an app goes from account to account without a load. */
export function createAccountMemory(): AccountMemory {
  let known: AccountSnapshot | null = null;
  /** Posts of the account that was looked at before: platforms change the address first and the page a moment later. */
  let left: ReadonlySet<string> = new Set();
  return {
    keep(seen) {
      if (known && !sameAccount(known, seen)) {
        left = new Set(known.posts.map(({ id }) => id));
        known = null;
      }
      if (seen.posts.some(({ id }) => left.has(id))) return stillLoading(seen);
      known = known ? mergeReadings([known, seen]) : seen;
      return known;
    },
    typeDate(day, readAt) {
      if (known) known = withTypedDate(known, day, readAt);
    },
  };
}

/** A page that still shows another account's posts says nothing of its own. */
function stillLoading(seen: AccountSnapshot): AccountSnapshot {
  return {
    ...seen,
    ...NOTHING_READ,
    name: null,
    limits: [{ kind: 'loading', detail: seen.url }],
  };
}

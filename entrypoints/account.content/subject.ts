import { AccountCard } from '../../components/overlay/AccountCard';
import type { AccountReading } from '../../utils/accounts/adapter';
import { mergeReadings, sameAccount } from '../../utils/accounts/merge';
import { readAccountPage } from '../../utils/accounts/page';
import { adapterFor, readAccount } from '../../utils/accounts/registry';
import type { AccountSnapshot } from '../../utils/accounts/snapshot';
import { withTypedDate } from '../../utils/accounts/typed';
import { accountChecks } from '../../utils/checks/registry';
import type { Subject } from '../page.content/subject';

/** An official account's page, which is drawn piece by piece while the reviewer scrolls: what was read before is kept. */
export interface AccountSubject extends Subject {
  /** Takes in the posts that stand on the page at this moment, without judging; a virtual list soon drops them. */
  collect(document: Document, now: number): void;
}

export function createAccountSubject(): AccountSubject {
  let known: AccountSnapshot | null = null;

  const keep = (seen: AccountSnapshot): AccountSnapshot => {
    known = known && sameAccount(known, seen) ? mergeReadings([known, seen]) : seen;
    return known;
  };

  return {
    concerns: (url) => adapterFor(url) !== null,
    read(document, options) {
      const reading = readAccountPage(document, options);
      const { account } = reading.snapshot;
      if (!account) return reading;
      return { ...reading, snapshot: { ...reading.snapshot, account: keep(account) } };
    },
    collect(document, now) {
      const seen: AccountReading | null = readAccount(document, document.URL, new Date(now).toISOString());
      if (seen && seen.snapshot.posts.length > 0) keep(seen.snapshot);
    },
    typeDate(day) {
      if (known) known = withTypedDate(known, day, new Date(Date.now()).toISOString());
    },
    checks: accountChecks,
    consultations: () => null,
    parts: { above: AccountCard },
  };
}

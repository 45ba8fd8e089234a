import { AccountCard } from '../../components/overlay/AccountCard';
import { createAccountMemory } from '../../utils/accounts/memory';
import { readAccountPage } from '../../utils/accounts/page';
import { adapterFor, readAccount } from '../../utils/accounts/registry';
import { accountChecks } from '../../utils/checks/registry';
import type { Subject } from '../page.content/subject';

/** An official account's page, which is drawn piece by piece while the reviewer scrolls: what was read before is kept. */
export interface AccountSubject extends Subject {
  /** Takes in the posts that stand on the page at this moment, without judging; a virtual list soon drops them. */
  collect(document: Document, now: number): void;
}

export function createAccountSubject(): AccountSubject {
  const memory = createAccountMemory();
  return {
    concerns: (url) => adapterFor(url) !== null,
    read(document, options) {
      const reading = readAccountPage(document, options);
      const { account } = reading.snapshot;
      return account
        ? { ...reading, snapshot: { ...reading.snapshot, account: memory.keep(account) } }
        : reading;
    },
    collect(document, now) {
      const seen = readAccount(document, document.URL, new Date(now).toISOString())?.snapshot;
      if (seen && seen.posts.length > 0) memory.keep(seen);
    },
    typeDate: (day) => memory.typeDate(day, new Date(Date.now()).toISOString()),
    checks: accountChecks,
    consultations: () => null,
    parts: { above: AccountCard },
  };
}

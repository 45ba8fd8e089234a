import { signal } from '@preact/signals';
import type { SyncState, Traffic } from '../../utils/findings/exchange';
import type { Store } from '../../utils/findings/store';
import { sendMessage } from '../../utils/messages';
import { lacksPassword, loadAccount, membershipItem } from '../../utils/sync/account';
import { fetchBlob } from '../../utils/sync/blobs';
import { browserNetwork } from '../../utils/sync/browser';
import { endpointOf } from '../../utils/sync/endpoint';
import { needsPeople, type ProblemKind, SyncProblem } from '../../utils/sync/problem';

/** How the exchange with the team stands, for the line above the ledger and the marks on its rows. */
export class Team {
  /** null while there is no team. */
  readonly standing = signal<{
    state: SyncState | null;
    traffic: Traffic;
    /** The reviewer has to do something in the settings before anything goes on. */
    needsSettings: boolean;
    lacksPassword: boolean;
  } | null>(null);
  /** The reviewer has asked for an exchange, and it is not over. */
  readonly busy = signal(false);

  constructor(private readonly store: () => Store | null) {}

  /** Looks again. */
  async look(): Promise<void> {
    const exchange = this.store()?.exchange;
    if (!exchange || !(await membershipItem.getValue())) {
      this.standing.value = null;
      return;
    }
    const [state, traffic, lacking] = await Promise.all([
      exchange.state(),
      exchange.traffic(),
      lacksPassword(),
    ]);
    const kind = state?.problem?.key.replace('sync.problems.', '') as ProblemKind | undefined;
    const needsSettings = lacking || (kind !== undefined && needsPeople(kind));
    this.standing.value = { state, traffic, needsSettings, lacksPassword: lacking };
  }

  /** Exchanges now, whatever is being waited for; what was under way comes first. */
  async exchange(): Promise<void> {
    this.busy.value = true;
    try {
      await sendMessage('syncNow');
    } finally {
      this.busy.value = false;
      await this.look();
    }
  }

  /** Sends again what the endpoint did not take. */
  async retry(): Promise<void> {
    await this.store()?.exchange.retryRefused();
    await this.look();
  }

  /** A colleague's screenshot from the endpoint; null where it cannot be had now. */
  async blob(sha: string): Promise<Blob | null> {
    const account = await loadAccount();
    const store = this.store();
    if (!account || !store) return null;
    const network = browserNetwork(account.url);
    try {
      return await fetchBlob(endpointOf(account, network), store.exchange, sha);
    } catch (cause) {
      if (cause instanceof SyncProblem) return null;
      throw cause;
    } finally {
      network.close();
    }
  }
}

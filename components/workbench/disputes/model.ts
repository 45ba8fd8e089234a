import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type SharedDispute, sharedDisputeOf, sharedPrefixes } from '../../../utils/campaign/sharedDisputes';
import type { Json } from '../../../utils/findings/json';
import type { Store } from '../../../utils/findings/store';
import { type Sentence, say } from '../../../utils/words';

interface Env {
  open(): Promise<Store>;
  /** Runs a step that can be taken back; whatever fails is said. */
  step(text: Sentence, work: (store: Store) => Promise<{ _id: string }[]>): Promise<void>;
  /** Runs anything else; whatever fails is said. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** The campaign whose roster is looked through. */
  campaign: ReadonlySignal<string>;
}

/** What the team sets together and differs on: campaigns, the open one's roster, packs and words. */
export class SharedDisputes {
  readonly disputes = signal<SharedDispute[]>([]);
  private readonly found = new Map<string, SharedDispute>();

  constructor(private readonly env: Env) {}

  /** Looks through everything shared, and follows what changes. */
  async load(): Promise<void> {
    const store = await this.env.open();
    store.subscribeAll((subjects) => void this.env.attempt(() => this.refresh(store, subjects)));
    effect(() => {
      const campaign = this.env.campaign.value;
      void this.env.attempt(() => this.read(store, campaign));
    });
  }

  /** Decides what a field is; what the others said stays in the history. */
  settle(subject: string, field: string, value: Json): Promise<void> {
    return this.env.step(say('dispute.settled'), (store) => store.set([[subject, { [field]: value }]]));
  }

  private async read(store: Store, campaign: string): Promise<void> {
    const folds = await Promise.all(sharedPrefixes(campaign).map((prefix) => store.folds(prefix)));
    if (this.env.campaign.peek() !== campaign) return;
    this.found.clear();
    for (const folded of folds.flat()) this.note(folded.id, sharedDisputeOf(folded));
    this.show();
  }

  private async refresh(store: Store, subjects: readonly string[]): Promise<void> {
    const prefixes = sharedPrefixes(this.env.campaign.peek());
    const shared = subjects.filter((subject) => prefixes.some((prefix) => subject.startsWith(prefix)));
    if (shared.length === 0) return;
    const folds = await Promise.all(shared.map((subject) => store.folded(subject)));
    for (const folded of folds) if (folded) this.note(folded.id, sharedDisputeOf(folded));
    this.show();
  }

  private note(subject: string, dispute: SharedDispute | null): void {
    if (dispute) this.found.set(subject, dispute);
    else this.found.delete(subject);
  }

  private show(): void {
    this.disputes.value = [...this.found.values()].sort((a, b) => (a.subject < b.subject ? -1 : 1));
  }
}

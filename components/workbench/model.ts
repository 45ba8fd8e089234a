import { signal } from '@preact/signals';
import { type Dispute, disputesOf } from '../../utils/findings/dispute';
import { StoreError } from '../../utils/findings/errors';
import type { Finding, FindingFields, Status } from '../../utils/findings/finding';
import type { Json } from '../../utils/findings/json';
import { wordsOf } from '../../utils/findings/recovery';
import type { Store } from '../../utils/findings/store';
import { type TrailStep, trailOf } from '../../utils/findings/trail';
import { fieldsOf, objection, type Verdict } from '../../utils/findings/verdict';
import { sendMessage } from '../../utils/messages';
import { type Sentence, say } from '../../utils/words';
import { drawn } from '../shared/breath';
import { pictureBrought } from './bring';
import { ExportChoices } from './export/choices';
import { Files } from './files';
import type { HandoverEnv, HandoverFile } from './handover';
import { Ledger } from './ledger';
import { BlindReview } from './review/model';
import { Selection } from './selection';
import { Team } from './team';
import { manyUnheld } from './unheld';

/** The workbench's state and what can be done with it; components read the signals and call the methods. */
export class Workbench {
  readonly ledger = new Ledger();
  readonly findings = this.ledger.findings;
  readonly filter = this.ledger.filter;
  readonly shown = this.ledger.shown;
  readonly rows = this.ledger.rows;
  private readonly selection = new Selection(this.ledger);
  readonly selected = this.selection.selected;
  readonly current = this.selection.current;
  readonly picked = this.selection.picked;
  readonly meant = this.selection.meant;
  /** The step whose form is open. */
  readonly asking = signal<Status | null>(null);
  readonly notice = signal<string | null>(null);
  /** A failure to be read and closed. */
  readonly error = signal<Sentence | null>(null);
  /** What was recovered after damage, or brought in from a file. */
  readonly told = signal<Sentence[]>([]);
  readonly files = new Files();
  /** Steps that nothing but this browser holds, when they are many and no backup is set up; else 0. */
  readonly unheld = signal(0);
  /** The last step that can be taken back. */
  readonly undoable = signal<{ text: Sentence; entries: string[] } | null>(null);

  readonly review: BlindReview;

  private store: Store | null = null;
  private opening: Promise<Store> | null = null;
  readonly team = new Team(() => this.store);
  readonly choices = new ExportChoices();

  constructor(
    private readonly open: () => Promise<Store>,
    private readonly author: () => string,
  ) {
    this.review = new BlindReview(this, author);
  }

  /** Loads all findings, first rows first, and follows changes made elsewhere. */
  async load(): Promise<void> {
    await this.attempt(async () => {
      const store = await this.opened();
      this.store = store;
      store.subscribe((ids) => {
        void this.attempt(() => this.ledger.refresh(store, ids));
        void sendMessage('backUp', { atOnce: false }).catch(() => undefined);
      });
      const recovered = await store.recovery();
      if (recovered) this.told.value = wordsOf(recovered);
      await this.ledger.read(store, drawn);
      this.unheld.value = await manyUnheld(store);
    });
    this.ledger.loading.value = false;
  }

  /** The store; what is asked for while it is still being opened, as a file dropped at once, waits for it. */
  private opened(): Promise<Store> {
    this.opening ??= this.open();
    return this.opening;
  }

  move(step: 1 | -1): void {
    this.selection.move(step);
  }

  pick(id: string, on: boolean): void {
    this.selection.pick(id, on);
  }

  pickAll(on: boolean): void {
    this.selection.pickAll(on);
  }

  edit(ids: readonly string[], fields: Partial<FindingFields>, text: Sentence): Promise<void> {
    return this.step(text, (store) => store.edit(ids, fields));
  }

  /** Takes a step of the review with every finding that is meant; says why when one of them cannot. */
  decide(verdict: Verdict): Promise<void> {
    const findings = this.meant.value;
    const problem = findings
      .map((finding) => objection(finding, verdict))
      .find((sentence) => sentence !== null);
    if (problem) {
      this.error.value = problem;
      return Promise.resolve();
    }
    const ids = findings.map(({ id }) => id);
    this.picked.value = new Set();
    return this.step(say(`decided.${verdict.to}`, ids.length), (store) =>
      store.edit(ids, fieldsOf(verdict, this.author())),
    );
  }

  async trail(id: string): Promise<TrailStep[]> {
    return this.store ? trailOf(await this.store.entriesOf(id)) : [];
  }

  async disputes(id: string): Promise<Dispute[]> {
    return this.store ? disputesOf(await this.store.entriesOf(id)) : [];
  }

  /** Decides what a disputed field is; what the others said stays in the history. */
  settle(id: string, field: string, value: Json): Promise<void> {
    return this.edit([id], { [field]: value }, say('dispute.settled'));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.step(say('workbench.removed', ids.length), (store) => store.remove(ids));
  }

  /** Steps under way: a key pressed right after a step means that step. */
  private working: Promise<unknown> = Promise.resolve();

  async undo(): Promise<void> {
    await this.working;
    const last = this.undoable.value;
    this.undoable.value = null;
    if (last) await this.attempt(async () => void (await (await this.opened()).undo(last.entries)));
  }

  /** Makes a file and hands it over, with progress and a way to stop. */
  handOver(make: (env: HandoverEnv) => HandoverFile, total = 0): Promise<void> {
    return this.attempt(async () => void (await this.files.handOver(await this.opened(), make, total)));
  }

  /** Merges backups or colleagues' review files; nothing that is here is overwritten. */
  restore(files: readonly File[]): Promise<void> {
    return this.attempt(async () => {
      const store = await this.opened();
      const { told, problem } = await this.ledger.afterwards(store, () => this.files.restore(store, files));
      this.told.value = told;
      if (problem) this.error.value = problem;
    });
  }

  /** The reviewer has read what was recovered or restored. */
  dismissTold(): Promise<void> {
    this.told.value = [];
    return this.attempt(async () => void (await this.store?.dismissRecovery()));
  }

  /** Adds a picture from elsewhere to a finding. */
  bring(finding: Finding, file: Blob): Promise<void> {
    return this.attempt(async () => {
      const look = await pictureBrought(finding, this.author(), file);
      if (look) await this.step(say('finding.brought'), (store) => store.attach(finding.id, look));
      else this.error.value = say('finding.notAPicture');
    });
  }

  /** A screenshot or saved page from this machine, or else from the team. */
  async file(sha: string): Promise<Blob | null> {
    return (await this.store?.getBlob(sha)) ?? (await this.team.blob(sha));
  }

  /** Runs a step that can be taken back; whatever fails is said. */
  step(text: Sentence, work: (store: Store) => Promise<{ _id: string }[]>): Promise<void> {
    const done = this.attempt(async () => {
      const entries = await work(await this.opened());
      if (entries.length > 0) this.undoable.value = { text, entries: entries.map((entry) => entry._id) };
    });
    this.working = Promise.all([this.working, done]);
    return done;
  }

  /** Runs anything; whatever fails is said. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.error.value = error instanceof StoreError ? error.sentence : say('toast.error', String(error));
    }
  }
}

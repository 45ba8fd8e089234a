import { computed, signal } from '@preact/signals';
import { dayOf } from '../../utils/dates/civil';
import { waitsForSecond } from '../../utils/findings/blind';
import { type Dispute, disputesOf } from '../../utils/findings/dispute';
import { groupsOf } from '../../utils/findings/duplicates';
import { StoreError } from '../../utils/findings/errors';
import { type FindingFilter, filterOf, noFilter } from '../../utils/findings/filter';
import type { Finding, FindingFields, Status } from '../../utils/findings/finding';
import type { Json } from '../../utils/findings/json';
import { wordsOf } from '../../utils/findings/recovery';
import type { Store } from '../../utils/findings/store';
import { type TrailStep, trailOf } from '../../utils/findings/trail';
import { fieldsOf, objection, secondOpinion, type Verdict } from '../../utils/findings/verdict';
import { NotABackup, restore } from '../../utils/report/backup';
import { type Sentence, say } from '../../utils/words';
import { ExportChoices } from './export/choices';
import { type HandoverEnv, type HandoverFile, save } from './handover';
import { Team } from './team';

/** The workbench's state and what can be done with it; components read the signals and call the methods. */
export class Workbench {
  readonly findings = signal<Finding[]>([]);
  readonly loading = signal(true);
  readonly filter = signal<FindingFilter>(noFilter);
  readonly selected = signal<string | null>(null);
  /** Ticked for a batch. */
  readonly picked = signal<ReadonlySet<string>>(new Set());
  /** The step whose form is open. */
  readonly asking = signal<Status | null>(null);
  readonly notice = signal<string | null>(null);
  /** A failure to be read and closed. */
  readonly error = signal<Sentence | null>(null);
  /** What was recovered after damage, or brought in from a file. */
  readonly told = signal<Sentence[]>([]);
  /** A file being made. */
  readonly task = signal<{ text: Sentence; done: number; total: number; stop: AbortController } | null>(null);
  /** The last step that can be taken back. */
  readonly undoable = signal<{ text: Sentence; entries: string[] } | null>(null);

  readonly shown = computed(() => {
    // A filter by state would tell what the first reviewer said.
    const blind = this.blind.value;
    const passes = filterOf(blind ? { ...this.filter.value, status: '' } : this.filter.value, dayOf);
    return this.findings.value.filter((finding) => passes(finding) && (!blind || this.waits(finding)));
  });
  readonly current = computed(
    () => this.findings.value.find((finding) => finding.id === this.selected.value) ?? null,
  );
  /** Values that occur, for the filter's lists. */
  readonly sites = computed(() =>
    [...new Set(this.findings.value.map((finding) => finding.site))].filter(Boolean).sort(),
  );

  /** 独立复核 is on: only what waits for a second verdict is shown, without the first one. */
  readonly blind = signal(false);
  /** Findings that wait for the reviewer's second verdict. */
  readonly waiting = computed(() => this.findings.value.filter((finding) => this.waits(finding)).length);

  /** The same problem on several pages stands in one row. */
  readonly grouped = signal(false);
  /** The groups by their first finding; null while every finding has its own row. */
  readonly groups = computed(() => (this.grouped.value ? groupsOf(this.shown.value) : null));
  /** The findings that have a row. */
  readonly rows = computed(() => {
    const groups = this.groups.value;
    return groups ? [...groups.values()].map((group) => group[0]!) : this.shown.value;
  });

  private store: Store | null = null;
  readonly team = new Team(() => this.store);
  readonly choices = new ExportChoices();

  constructor(
    private readonly open: () => Promise<Store>,
    private readonly author: () => string,
  ) {}

  /** Loads all findings, first rows first, and follows changes made elsewhere. */
  async load(): Promise<void> {
    await this.attempt(async () => {
      this.store = await this.open();
      this.store.subscribe((ids) => void this.attempt(() => this.refresh(ids)));
      const recovered = await this.store.recovery();
      if (recovered) this.told.value = wordsOf(recovered);
      const rows: Finding[] = [];
      for await (const page of this.store.pages()) {
        rows.push(...page);
        // The first rows at once, then ever larger pieces: each redraw filters all rows again.
        if (rows.length >= 2 * this.findings.value.length) this.findings.value = [...rows];
      }
      this.findings.value = rows;
    });
    this.loading.value = false;
  }

  /** The findings that an action is meant for: those that are ticked, else the one that is open. */
  readonly meant = computed(() => {
    const picked = this.shown.value.filter((finding) => this.picked.value.has(finding.id));
    return picked.length > 0 ? picked : this.current.value ? [this.current.value] : [];
  });

  move(step: 1 | -1): void {
    const rows = this.rows.value;
    const at = rows.findIndex((finding) => finding.id === this.selected.value);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next) this.selected.value = next.id;
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

  setBlind(on: boolean): void {
    if (on && !this.author()) {
      this.error.value = say('review.needsName');
      return;
    }
    this.blind.value = on;
    this.picked.value = new Set();
    this.selected.value = this.shown.value[0]?.id ?? null;
  }

  /** A second verdict of the reviewer's own; the finding leaves the queue and the next one opens. */
  judgeBlind(id: string, verdict: 'confirmed' | 'ignored', reason: string): Promise<void> {
    if (verdict === 'ignored' && reason === '') {
      this.error.value = say('findings.verdict.needsReason');
      return Promise.resolve();
    }
    const rows = this.shown.value;
    const at = rows.findIndex((finding) => finding.id === id);
    const next = (rows[at + 1] ?? rows[at - 1])?.id ?? null;
    return this.step(say('review.judged'), async (store) => {
      const entries = await store.edit([id], secondOpinion(this.author(), verdict, reason));
      this.selected.value = next;
      return entries;
    });
  }

  private waits(finding: Finding): boolean {
    return waitsForSecond(finding, this.author());
  }

  /** Ticks a row: one finding, or all of its group. */
  pick(id: string, on: boolean): void {
    const picked = new Set(this.picked.value);
    for (const one of this.groups.value?.get(id)?.map((finding) => finding.id) ?? [id]) {
      if (on) picked.add(one);
      else picked.delete(one);
    }
    this.picked.value = picked;
  }

  pickAll(on: boolean): void {
    this.picked.value = new Set(on ? this.shown.value.map(({ id }) => id) : []);
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

  async undo(): Promise<void> {
    const last = this.undoable.value;
    this.undoable.value = null;
    if (last) await this.attempt(async () => void (await this.store!.undo(last.entries)));
  }

  /** Makes a file and hands it over, with progress and a way to stop. */
  handOver(make: (env: HandoverEnv) => HandoverFile, total = 0): Promise<void> {
    const stop = new AbortController();
    const text = say('handover.working');
    const progress = (done: number) => {
      this.task.value = { text, done, total, stop };
    };
    progress(0);
    return this.attempt(async () => {
      try {
        await save(make({ store: this.store!, progress, signal: stop.signal }), stop.signal);
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      } finally {
        this.task.value = null;
      }
    });
  }

  /** Merges a backup or a colleague's review file; nothing that is here is overwritten. */
  restore(file: Blob): Promise<void> {
    return this.attempt(async () => {
      try {
        const { added, known, refused, files, damaged } = await restore(this.store!, file);
        this.told.value = [say('handover.restored', added, known, files)];
        if (refused + damaged > 0) this.error.value = say('handover.damaged', refused, damaged);
      } catch (error) {
        if (!(error instanceof NotABackup)) throw error;
        this.error.value = say('handover.notABackup');
      }
    });
  }

  /** The reviewer has read what was recovered or restored. */
  dismissTold(): Promise<void> {
    this.told.value = [];
    return this.attempt(async () => void (await this.store?.dismissRecovery()));
  }

  /** A screenshot or saved page from this machine, or else from the team. */
  async file(sha: string): Promise<Blob | null> {
    return (await this.store?.getBlob(sha)) ?? (await this.team.blob(sha));
  }

  /** Runs a step that can be taken back; whatever fails is said. */
  step(text: Sentence, work: (store: Store) => Promise<{ _id: string }[]>): Promise<void> {
    return this.attempt(async () => {
      const entries = await work(this.store!);
      if (entries.length > 0) this.undoable.value = { text, entries: entries.map((entry) => entry._id) };
    });
  }

  /** Reads changed findings again and puts them where they belong: newest first, deleted ones out. */
  private async refresh(ids: readonly string[]): Promise<void> {
    const changed = await Promise.all(ids.map((id) => this.store!.get(id)));
    const gone = new Set(ids);
    const rows = this.findings.value.filter((finding) => !gone.has(finding.id));
    rows.push(
      ...changed.filter((finding) => finding !== null && !finding.deleted).map((finding) => finding!),
    );
    rows.sort((a, b) =>
      a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? -1 : 1,
    );
    this.findings.value = rows;
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

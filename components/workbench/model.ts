import { computed, signal } from '@preact/signals';
import { civilOfInstant } from '../../utils/dates/civil';
import { StoreError } from '../../utils/findings/errors';
import { type FindingFilter, filterOf, noFilter } from '../../utils/findings/filter';
import type { Finding, FindingFields } from '../../utils/findings/finding';
import type { Store } from '../../utils/findings/store';
import { type Sentence, say } from '../../utils/words';

/** The civil day in Asia/Shanghai on which something was recorded. */
export const dayOf = (instant: string) => civilOfInstant(Date.parse(instant));

/** The workbench's state and what can be done with it; components read the signals and call the methods. */
export class Workbench {
  readonly findings = signal<Finding[]>([]);
  readonly loading = signal(true);
  readonly filter = signal<FindingFilter>(noFilter);
  readonly selected = signal<string | null>(null);
  readonly notice = signal<string | null>(null);
  /** A failure to be read and closed. */
  readonly error = signal<Sentence | null>(null);
  /** The last step that can be taken back. */
  readonly undoable = signal<{ text: Sentence; entries: string[] } | null>(null);

  readonly shown = computed(() => this.findings.value.filter(filterOf(this.filter.value, dayOf)));
  readonly current = computed(
    () => this.findings.value.find((finding) => finding.id === this.selected.value) ?? null,
  );
  /** Values that occur, for the filter's lists. */
  readonly sites = computed(() =>
    [...new Set(this.findings.value.map((finding) => finding.site))].filter(Boolean).sort(),
  );

  private store: Store | null = null;

  constructor(private readonly open: () => Promise<Store>) {}

  /** Loads all findings, first rows first, and follows changes made elsewhere. */
  async load(): Promise<void> {
    await this.attempt(async () => {
      this.store = await this.open();
      this.store.subscribe((ids) => void this.attempt(() => this.refresh(ids)));
      let rows: Finding[] = [];
      for await (const page of this.store.pages()) {
        rows = [...rows, ...page];
        this.findings.value = rows;
      }
    });
    this.loading.value = false;
  }

  move(step: 1 | -1): void {
    const rows = this.shown.value;
    const at = rows.findIndex((finding) => finding.id === this.selected.value);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next) this.selected.value = next.id;
  }

  edit(ids: readonly string[], fields: Partial<FindingFields>, text: Sentence): Promise<void> {
    return this.step(text, (store) => store.edit(ids, fields));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.step(say('workbench.removed', ids.length), (store) => store.remove(ids));
  }

  async undo(): Promise<void> {
    const last = this.undoable.value;
    this.undoable.value = null;
    if (last) await this.attempt(async () => void (await this.store!.undo(last.entries)));
  }

  screenshot(sha: string): Promise<Blob | null> {
    return this.store ? this.store.getBlob(sha) : Promise.resolve(null);
  }

  private step(text: Sentence, work: (store: Store) => Promise<{ _id: string }[]>): Promise<void> {
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

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.error.value = error instanceof StoreError ? error.sentence : say('toast.error', String(error));
    }
  }
}

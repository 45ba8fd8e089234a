import { computed, signal } from '@preact/signals';
import { groupsOf } from '../../utils/findings/duplicates';
import { type FindingFilter, filterOf, noFilter, searchTextOf } from '../../utils/findings/filter';
import type { Finding } from '../../utils/findings/finding';
import type { Store } from '../../utils/findings/store';

/** Changed findings beyond which the whole ledger is read again. */
const MANY = 5_000;

/** All findings, and which of them the workbench shows: filtered, grouped, in rows. */
export class Ledger {
  /** Newest first. */
  readonly findings = signal<Finding[]>([]);
  readonly loading = signal(true);
  readonly filter = signal<FindingFilter>(noFilter);
  /** The same problem on several pages stands in one row. */
  readonly grouped = signal(false);

  /** Another restriction beside the filter, which then does not ask for the state; null = none. */
  readonly only = signal<((finding: Finding) => boolean) | null>(null);

  readonly shown = computed(() => {
    const only = this.only.value;
    const passes = filterOf(only ? { ...this.filter.value, status: '' } : this.filter.value);
    return this.findings.value.filter((finding) => passes(finding) && (!only || only(finding)));
  });

  /** The groups by their first finding; null while every finding has its own row. */
  readonly groups = computed(() => (this.grouped.value ? groupsOf(this.shown.value) : null));

  /** The findings that have a row. */
  readonly rows = computed(() => {
    const groups = this.groups.value;
    return groups ? [...groups.values()].map((group) => group[0]!) : this.shown.value;
  });

  /** Values that occur, for the filter's lists. */
  readonly sites = computed(() =>
    [...new Set(this.findings.value.map((finding) => finding.site))].filter(Boolean).sort(),
  );

  /** Changed since they were read. */
  private readonly stale = new Set<string>();
  private catchingUp: Promise<void> | null = null;

  /** Reads everything; the first rows are there at once, then ever larger pieces, since each redraw filters all rows again. */
  async read(store: Store): Promise<void> {
    const rows: Finding[] = [];
    for await (const page of store.pages()) {
      for (const finding of page) {
        searchTextOf(finding);
        rows.push(finding);
      }
      if (rows.length >= 4 * this.findings.value.length) this.findings.value = [...rows];
    }
    this.findings.value = rows;
  }

  /** Reads changed findings again. What changes meanwhile, as in a large merge, is read together afterwards. */
  refresh(store: Store, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.stale.add(id);
    this.catchingUp ??= this.catchUp(store).finally(() => {
      this.catchingUp = null;
    });
    return this.catchingUp;
  }

  private async catchUp(store: Store): Promise<void> {
    while (this.stale.size > 0) {
      const ids = new Set(this.stale);
      this.stale.clear();
      if (ids.size > MANY) await this.read(store);
      else this.replace(ids, await store.some([...ids]));
    }
  }

  /** Puts changed findings where they belong: newest first, deleted ones out. */
  private replace(ids: ReadonlySet<string>, changed: readonly Finding[]): void {
    const rows = this.findings.value.filter((finding) => !ids.has(finding.id));
    rows.push(...changed);
    rows.sort((a, b) =>
      a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? -1 : 1,
    );
    this.findings.value = rows;
  }
}

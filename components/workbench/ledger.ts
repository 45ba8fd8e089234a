import { computed, signal } from '@preact/signals';
import { groupsOf } from '../../utils/findings/duplicates';
import { type FindingFilter, noFilter, type Query, queryOf } from '../../utils/findings/filter';
import type { Finding } from '../../utils/findings/finding';
import { MANY_CHANGED } from '../../utils/findings/list';
import type { Store } from '../../utils/findings/store';
import { replaced, type Stretch, stretchesOf } from '../../utils/findings/stretch';

/** All findings, and which of them the workbench shows: filtered, grouped, in rows. */
export class Ledger {
  private readonly stretches = signal<readonly Stretch[]>([]);
  /** Newest first. */
  readonly findings = computed(() => this.stretches.value.flatMap((stretch) => stretch.findings));
  readonly loading = signal(true);
  readonly filter = signal<FindingFilter>(noFilter);
  /** The same problem on several pages stands in one row. */
  readonly grouped = signal(false);

  /** Another restriction beside the filter, which then does not ask for the state; null = none. */
  readonly only = signal<((finding: Finding) => boolean) | null>(null);

  /** What the rows are asked for; another one only when the filter or the restriction is another. */
  readonly query = computed((): Query => {
    const only = this.only.value;
    if (!only) return queryOf(this.filter.value);
    const { words, fits } = queryOf({ ...this.filter.value, status: '' });
    return { words, fits: (finding) => fits(finding) && only(finding) };
  });

  readonly shown = computed(() => {
    const query = this.query.value;
    return this.stretches.value.flatMap((stretch) => stretch.matching(query));
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
    [...new Set(this.stretches.value.flatMap(({ sites }) => [...sites]))].filter(Boolean).sort(),
  );

  /** Changed since they were read. */
  private readonly stale = new Set<string>();
  private catchingUp: Promise<void> | null = null;

  /**
   * Reads everything: a first stretch, which is `drawn` before anything else is read, then ever larger pieces, since each redraw
   * filters all rows again. What changes meanwhile is read again at the end.
   */
  read(store: Store, drawn?: () => Promise<void>): Promise<void> {
    return this.catchingUpWith(this.readAll(store, drawn).then(() => this.catchUp(store)));
  }

  /** Reads changed findings again. What changes meanwhile, as in a large merge, is read together afterwards. */
  refresh(store: Store, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.stale.add(id);
    return this.catchingUp ?? this.catchingUpWith(this.catchUp(store));
  }

  /** Reads what `work` changes when it is over: a file merged batch by batch would else be read after every batch. */
  async afterwards<T>(store: Store, work: () => Promise<T>): Promise<T> {
    const done = work();
    await this.catchingUpWith(Promise.allSettled([this.catchingUp, done]).then(() => this.catchUp(store)));
    return done;
  }

  private catchingUpWith(work: Promise<void>): Promise<void> {
    const whole = work.finally(() => {
      if (this.catchingUp === whole) this.catchingUp = null;
    });
    this.catchingUp = whole;
    return whole;
  }

  private async readAll(store: Store, drawn?: () => Promise<void>): Promise<void> {
    const stretches: Stretch[] = [];
    const isEmpty = this.stretches.value.length === 0;
    for await (const page of store.pages()) {
      stretches.push(...stretchesOf(page));
      const shown = this.stretches.value.length;
      if (stretches.length >= 4 * shown) this.stretches.value = [...stretches];
      if (isEmpty && shown === 0) await drawn?.();
    }
    this.stretches.value = stretches;
  }

  private async catchUp(store: Store): Promise<void> {
    while (this.stale.size > 0) {
      const ids = new Set(this.stale);
      this.stale.clear();
      if (ids.size > MANY_CHANGED) await this.readAll(store);
      else this.stretches.value = replaced(this.stretches.value, ids, await store.some([...ids]));
    }
  }
}

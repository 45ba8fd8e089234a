import { computed, effect, signal } from '@preact/signals';
import type { Query } from '../../utils/findings/filter';
import type { Finding } from '../../utils/findings/finding';
import type { Ledger } from './ledger';

/** Which finding is open, and which are ticked for a batch. */
export class Selection {
  readonly selected = signal<string | null>(null);
  readonly picked = signal<ReadonlySet<string>>(new Set());

  readonly current = computed(
    () => this.ledger.findings.value.find((finding) => finding.id === this.selected.value) ?? null,
  );

  /** The findings that an action is meant for: those that are ticked, else the one that is open. */
  readonly meant = computed((): Finding[] => {
    const { value: ticked } = this.picked;
    // Asked after every key: where nothing is ticked, a hundred thousand need not be gone through.
    const picked = ticked.size > 0 ? this.ledger.shown.value.filter(({ id }) => ticked.has(id)) : [];
    return picked.length > 0 ? picked : this.current.value ? [this.current.value] : [];
  });

  /** Where the open finding stood when the rows were looked at last, and what they were asked for. */
  private last = { selected: null as string | null, at: -1, query: null as Query | null, grouped: false };

  constructor(private readonly ledger: Ledger) {
    effect(() => this.goOn());
  }

  move(step: 1 | -1): void {
    const rows = this.ledger.rows.value;
    const at = rows.findIndex((finding) => finding.id === this.selected.value);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next) this.selected.value = next.id;
  }

  /** Ticks a row: one finding, or all of its group. */
  pick(id: string, on: boolean): void {
    const picked = new Set(this.picked.value);
    for (const one of this.ledger.groups.value?.get(id)?.map((finding) => finding.id) ?? [id]) {
      if (on) picked.add(one);
      else picked.delete(one);
    }
    this.picked.value = picked;
  }

  pickAll(on: boolean): void {
    this.picked.value = new Set(on ? this.ledger.shown.value.map(({ id }) => id) : []);
  }

  /**
   * A step that takes the open finding out of the rows opens the one that follows: among what is 待核, 确认 goes on to the next.
   * Another filter leaves it open.
   */
  private goOn(): void {
    const [rows, current, selected] = [this.ledger.rows.value, this.current.value, this.selected.value];
    const [query, grouped] = [this.ledger.query.value, this.ledger.grouped.value];
    const { last } = this;
    const at = current ? rows.indexOf(current) : -1;
    this.last = { selected, at, query, grouped };
    const isAsBefore = selected === last.selected && query === last.query && grouped === last.grouped;
    if (at < 0 && last.at >= 0 && isAsBefore)
      this.selected.value = rows[Math.min(last.at, rows.length - 1)]?.id ?? null;
  }
}

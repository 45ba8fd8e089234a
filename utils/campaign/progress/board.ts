import { type Category, categories } from '../../checks/category';
import type { Finding } from '../../findings/finding';
import type { CivilDate } from '../../page/snapshot';
import type { Requirements } from '../campaign';
import type { ItemRecord } from './record';
import { type Coverage, coverageOf, type ItemState, isCovered } from './state';

/** The coverage board: every item of a roster in the ledger's order. */
export function boardOf(
  records: readonly ItemRecord[],
  findings: readonly Finding[],
  requirements: Requirements,
  today: CivilDate,
): Coverage[] {
  const byItem = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!finding.item || finding.deleted) continue;
    const list = byItem.get(finding.item);
    if (list) list.push(finding);
    else byItem.set(finding.item, [finding]);
  }
  return inLedgerOrder(records).map((record) =>
    coverageOf(record, byItem.get(record.item.id) ?? [], requirements, today),
  );
}

/** The records of the items that are on the roster, as the ledger has them one after the other. */
export function inLedgerOrder(records: readonly ItemRecord[]): ItemRecord[] {
  return records
    .filter((record) => !record.item.deleted)
    .sort((a, b) => a.item.order - b.item.order || (a.item.id < b.item.id ? -1 : 1));
}

/** How far a board has come; what is 免检 is counted among the states only. */
export interface Progress {
  total: number;
  covered: number;
  /** Whole percent, rounded down: 100 only when every item is covered. */
  percent: number;
  states: Record<ItemState, number>;
}

export function progressOf(board: readonly Coverage[]): Progress {
  const states: Record<ItemState, number> = {
    unseen: 0,
    inProgress: 0,
    clear: 0,
    problem: 0,
    unreachable: 0,
    exempt: 0,
  };
  for (const { state } of board) states[state]++;
  const due = board.filter(({ state }) => state !== 'exempt');
  const covered = due.filter(({ state }) => isCovered(state)).length;
  const total = due.length;
  return { total, covered, percent: total === 0 ? 0 : Math.floor((covered / total) * 100), states };
}

/**
 * The item to look at next: the first after `current` in the ledger's order that nobody has looked at, then the first
 * that is not finished; null when everything is covered. Items without an address are passed over only when others are left.
 */
export function nextUnvisited(board: readonly Coverage[], current: string | null): Coverage | null {
  const at = board.findIndex(({ record }) => record.item.id === current);
  const turned = [...board.slice(at + 1), ...board.slice(0, at + 1)];
  return (
    turned.find(({ state, record }) => state === 'unseen' && record.item.url) ??
    turned.find(({ state }) => state === 'unseen') ??
    turned.find(({ state, record }) => state === 'inProgress' && record.item.id !== current) ??
    turned.find(({ state }) => state === 'inProgress') ??
    null
  );
}

/** 逐项扫查: the items on which one required check still waits for a word, in the ledger's order. */
export function sweepOf(board: readonly Coverage[], category: Category): Coverage[] {
  return board.filter(
    ({ state, checks }) =>
      !isCovered(state) &&
      checks.some(
        (check) => check.category === category && !['pass', 'fail', 'exempt'].includes(check.stand),
      ),
  );
}

/** Where a sweep goes next, and how many items still wait in its check. */
export interface SweepStep {
  coverage: Coverage;
  category: Category;
  left: number;
}

/**
 * The next item of a sweep after `current`: one that still waits for a word on the check, else one that waits on the next
 * check that has any; null when every check is settled everywhere.
 */
export function nextInSweep(
  board: readonly Coverage[],
  current: string | null,
  category: Category,
): SweepStep | null {
  const at = categories.indexOf(category);
  for (const check of [...categories.slice(at), ...categories.slice(0, at)]) {
    const waiting = sweepOf(board, check).filter(({ record }) => record.item.url);
    const place = board.findIndex(({ record }) => record.item.id === current);
    const after = new Set(board.slice(place + 1));
    const others = waiting.filter(({ record }) => record.item.id !== current);
    const coverage = others.find((one) => after.has(one)) ?? others[0];
    if (coverage) return { coverage, category: check, left: waiting.length };
  }
  return null;
}

/** Items whose limit is at most `within` days away and not passed, nearest first: reminders to send out. */
export function dueSoon(board: readonly Coverage[], within: number): Coverage[] {
  return board
    .filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= within)
    .sort((a, b) => a.daysLeft! - b.daysLeft!);
}

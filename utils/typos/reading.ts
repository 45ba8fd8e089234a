import type { Pairs } from './pairs';
import { EMPTY, type Walker } from './walker';

/** A normalised text as the language model read it. Positions count from 0; a boundary stands before and after. */
export interface Reading {
  ids: Uint16Array;
  /** Model state before each character, and after the last. */
  states: Int32Array;
  /** ln p of each character after those before it. */
  logs: Float32Array;
  /** Length of the n-gram behind each of {@link logs}. */
  matched: Uint8Array;
  /** Sums of what each character before a place could have at the very best (ln p), whatever stands before its neighbour. */
  limits: Float64Array;
  /** See {@link restAfter}; NaN where nobody asked yet. */
  rests: Float64Array;
}

/** How many characters after a change can still feel it: one less than the model's order. */
export const REACH = 4;

/** Reads a whole text. */
export function read(walker: Walker, pairs: Pairs, ids: Uint16Array): Reading {
  const states = new Int32Array(ids.length + 1);
  const limits = new Float64Array(ids.length + 1);
  const logs = new Float32Array(ids.length);
  const matched = new Uint8Array(ids.length);
  let state = walker.step(EMPTY, 1);
  for (let at = 0; at < ids.length; at++) {
    states[at] = state;
    state = walker.step(state, ids[at]!);
    logs[at] = walker.logProbability;
    matched[at] = walker.matched;
    limits[at + 1] = limits[at]! + limit(walker, pairs, ids[at - 1] ?? 1, ids[at]!);
  }
  states[ids.length] = state;
  return { ids, states, logs, matched, limits, rests: new Float64Array(ids.length * REACH).fill(Number.NaN) };
}

/** ln p of `id` right after `before` at the very best. */
function limit(walker: Walker, pairs: Pairs, before: number, id: number): number {
  return pairs.has(before, id) ? pairs.best(before, id) : walker.backOff(before) + walker.alone(id);
}

/** ln p of the characters from `at` to the last that feels a change before `start`, when nothing before `start` is known. */
export function restAfter(walker: Walker, { ids, rests }: Reading, start: number, at: number): number {
  const last = Math.min(ids.length, start + REACH);
  if (at >= last) return 0;
  if (Number.isNaN(rests[start * REACH]!)) {
    let state = walker.step(EMPTY, ids[start]!);
    for (let place = start + 1; place < last; place++) {
      state = walker.step(state, ids[place]!);
      rests[start * REACH + place - start] = walker.logProbability;
    }
    rests[start * REACH] = 0;
    for (let place = last - 2; place > start; place--)
      rests[start * REACH + place - start]! += rests[start * REACH + place + 1 - start]!;
  }
  return rests[start * REACH + at - start]!;
}

/** What a stretch of the text and its replacement cost; see {@link compare}. */
export interface Comparison {
  /** ln p of the replaced reading less that of the text: above 0 the replacement reads better. */
  gain: number;
  /** The part of {@link gain} on the changed characters alone. */
  gainInside: number;
  /** ln p over the changed characters and those that feel the change. */
  before: number;
  after: number;
  /** Characters counted in {@link before}, including those behind the change. */
  span: number;
  /** Longest n-gram over the change, and the sum of all that touch it, in the text and in the replacement. */
  longestBefore: number;
  longestAfter: number;
  touchingBefore: number;
  touchingAfter: number;
}

/** ln p of everything that a change of `ids[start … end - 1]` can touch: no replacement can gain more than to do away with it. */
export function costOf({ ids, logs }: Reading, start: number, end: number): number {
  const last = Math.min(ids.length, end + REACH);
  let sum = 0;
  for (let at = start; at < last; at++) sum += logs[at]!;
  return sum;
}

/**
 * Reads `ids[start … end - 1]` as `replacement` instead and compares, up to where both readings are in the
 * same state again. `bound` is {@link costOf} of the stretch. Gives null as soon as the replacement cannot reach `least` any more.
 */
export function compare(
  walker: Walker,
  reading: Reading,
  start: number,
  end: number,
  replacement: readonly number[],
  least: number,
  bound = costOf(reading, start, end),
): Comparison | null {
  const { ids, states, logs, matched, limits } = reading;
  const last = Math.min(ids.length, end + REACH);
  // What is still to come gains no more than it could have at the very best.
  const atLeast = least + bound - limits[last]!;
  const rest = limits[Math.min(last, end + 1)]!;
  let state = states[start]!;
  let after = 0;
  let longestAfter = 0;
  let touchingAfter = 0;
  for (let at = 0; at < replacement.length; at++) {
    state = walker.step(state, replacement[at]!);
    after += walker.logProbability;
    if (after - rest < atLeast) return null;
    longestAfter = Math.max(longestAfter, walker.matched);
    touchingAfter += walker.matched;
  }
  const inside = after;
  let before = 0;
  let longestBefore = 0;
  let touchingBefore = 0;
  for (let at = start; at < end; at++) {
    before += logs[at]!;
    longestBefore = Math.max(longestBefore, matched[at]!);
    touchingBefore += matched[at]!;
  }
  const insideBefore = before;
  let at = end;
  for (; at < last && state !== states[at]; at++) {
    state = walker.step(state, ids[at]!);
    after += walker.logProbability;
    before += logs[at]!;
    if (after - limits[at + 1]! < atLeast) return null;
    const distance = at - end;
    if (walker.matched > distance + 1) {
      longestAfter = Math.max(longestAfter, walker.matched);
      touchingAfter += walker.matched - distance - 1;
    } else if (after + restAfter(walker, reading, end, at + 1) - bound < least) return null;
    if (matched[at]! > distance + 1) {
      longestBefore = Math.max(longestBefore, matched[at]!);
      touchingBefore += matched[at]! - distance - 1;
    }
  }
  const gain = after - before;
  if (gain < least) return null;
  return {
    gain,
    gainInside: inside - insideBefore,
    before,
    after,
    span: at - start,
    longestBefore,
    longestAfter,
    touchingBefore,
    touchingAfter,
  };
}

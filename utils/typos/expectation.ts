import { STEP } from './language';
import type { Pairs } from './pairs';
import { REACH, type Reading, restAfter } from './reading';
import type { Walker } from './walker';

/**
 * What characters could have at the very best (ln p) at a place of a text, told without asking the language model for each of
 * them: most changes that could be thought of are out of the question. One per thread.
 */
export class Expectation {
  /** ln p of the characters that the model knows after two or more before the place; `known` tells for which these hold. */
  private readonly logs: Float64Array;
  private readonly known: Uint32Array;
  private visit = 0;
  private reading!: Reading;
  private left = 1;
  /** What falling back to the one character before the place costs, and to none. */
  private fallen = 0;
  private unforeseen = 0;

  constructor(
    private readonly walker: Walker,
    private readonly pairs: Pairs,
  ) {
    const vocabulary = walker.model.levels[1]!;
    this.logs = new Float64Array(vocabulary);
    this.known = new Uint32Array(vocabulary);
  }

  /** Turns to the place `at`. */
  turn(reading: Reading, at: number): void {
    const { levels, firstChild, word, cost, backoff, suffix } = this.walker.model;
    this.reading = reading;
    this.left = reading.ids[at - 1] ?? 1;
    this.visit++;
    this.fallen = 0;
    let state = reading.states[at]!;
    this.unforeseen = this.walker.backOff(state);
    for (; state >= levels[1]!; state = suffix[state]!) {
      for (let child = firstChild[state]!; child < firstChild[state + 1]!; child++) {
        const id = word[child]!;
        if (this.known[id] === this.visit) continue;
        this.known[id] = this.visit;
        this.logs[id] = this.fallen - cost[child]! * STEP;
      }
      this.fallen += (backoff[state]! - 128) * STEP;
    }
  }

  /** What `id` could have there. */
  of(id: number): number {
    if (this.known[id] === this.visit) return this.logs[id]!;
    const best = this.pairs.best(this.left, id);
    return best > Number.NEGATIVE_INFINITY ? this.fallen + best : this.unforeseen + this.walker.alone(id);
  }

  /** What the character at `at` could have if `id` stood before it, less what is hoped in vain for those behind; 0 behind the end. */
  behind(at: number, id: number): number {
    const { ids, limits } = this.reading;
    if (at >= ids.length) return 0;
    const best = this.pairs.best(id, ids[at]!);
    if (best > Number.NEGATIVE_INFINITY) return best;
    // Nothing that follows can know of `id`.
    const hoped = limits[Math.min(ids.length, at + REACH)]! - limits[at + 1]!;
    const rest = restAfter(this.walker, this.reading, at, at + 1);
    return this.walker.backOff(id) + this.walker.alone(ids[at]!) + rest - hoped;
  }

  /** What a replacement that ends before `end` and the character behind it must have together for the whole stretch to reach `all`. */
  needed(end: number, all: number): number {
    const { ids, limits } = this.reading;
    const last = Math.min(ids.length, end + REACH);
    return all - limits[last]! + limits[Math.min(last, end + 1)]!;
  }
}

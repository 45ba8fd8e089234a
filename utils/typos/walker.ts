import { childOf, type LanguageModel, STEP } from './language';
import type { Pairs } from './pairs';

/** State before any character. */
export const EMPTY = -1;

/** Walks the model along a text. One per thread: results of the last {@link Walker.step} stay in the fields. */
export class Walker {
  /** ln p of the last character. */
  logProbability = 0;
  /** Length of the n-gram that gave it, 1 to 5. */
  matched = 0;

  private readonly lnOf = Float64Array.from({ length: 256 }, (_, code) => -code * STEP);
  private readonly lnBackoff = Float64Array.from({ length: 256 }, (_, code) => (code - 128) * STEP);
  private readonly inner: number;

  /** With `pairs` it is quicker about what was never seen side by side. */
  constructor(
    readonly model: LanguageModel,
    private readonly pairs?: Pairs,
  ) {
    this.inner = model.firstChild.length - 1;
  }

  /** Reads character `id` in `state` and gives the next state. */
  step(state: number, id: number): number {
    const { cost, backoff, suffix, levels } = this.model;
    let penalty = 0;
    let node = id;
    if (this.isNews(state, id)) {
      penalty = this.backOff(state);
      state = EMPTY;
    }
    while (state !== EMPTY) {
      const child = childOf(this.model, state, id);
      if (child >= 0) {
        node = child;
        break;
      }
      penalty += this.lnBackoff[backoff[state]!]!;
      state = state < levels[1]! ? EMPTY : suffix[state]!;
    }
    this.logProbability = penalty + this.lnOf[cost[node]!]!;
    let level = 1;
    while (node >= levels[level]!) level++;
    this.matched = level;
    return this.asState(node);
  }

  /** ln p of a character that nothing is known to precede. */
  alone(id: number): number {
    return this.lnOf[this.model.cost[id]!]!;
  }

  /** What is added to {@link alone} when a character was never seen after those of `state`. */
  backOff(state: number): number {
    const { backoff, suffix, levels } = this.model;
    let penalty = 0;
    for (; state !== EMPTY; state = state < levels[1]! ? EMPTY : suffix[state]!)
      penalty += this.lnBackoff[backoff[state]!]!;
    return penalty;
  }

  /** True when nothing that ends like `state` was ever seen before `id`: no n-gram need be looked for. */
  private isNews(state: number, id: number): boolean {
    if (!this.pairs || state === EMPTY) return false;
    const last = state < this.model.levels[1]! ? state : this.model.word[state]!;
    return !this.pairs.has(last, id);
  }

  /** The longest suffix of a node that can be continued: shorter states answer faster and say the same. */
  private asState(node: number): number {
    const { firstChild, suffix, levels } = this.model;
    while (node >= this.inner || firstChild[node] === firstChild[node + 1]) {
      if (node < levels[1]!) return EMPTY;
      node = suffix[node]!;
    }
    return node;
  }
}

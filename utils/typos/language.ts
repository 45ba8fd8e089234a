/** Id of every character that the model does not know, and of what stands before and behind a sentence. */
export const UNKNOWN = 0;
export const BOUNDARY = 1;

/** Step of the quantised logarithms, in nats. */
export const STEP = 0.2;

/**
 * A back-off character n-gram model as flat arrays. Node ids run level by level, unigrams first (node id =
 * character id); the children of a node are sorted by character. A node doubles as the state "these were the
 * last characters".
 */
export interface LanguageModel {
  /** Characters by id; id 0 stands for any other, id 1 (`\n`) for the sentence boundary. */
  characters: string[];
  /** First node of each level, and one past the last. */
  levels: number[];
  word: Uint16Array;
  /** `-ln p` in units of {@link STEP}. */
  cost: Uint8Array;
  /** First child; only for nodes that may have children, and one more. */
  firstChild: Uint32Array;
  /** `ln backoff + 128 STEP` in units of {@link STEP}. */
  backoff: Uint8Array;
  /** The state after the node's characters, less the first one. */
  suffix: Uint32Array;
}

/** The child of `node` that stands for character `id`; -1 when it has none. */
function childOf({ word, firstChild }: LanguageModel, node: number, id: number): number {
  let low = firstChild[node]!;
  const end = firstChild[node + 1]!;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (word[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return low < end && word[low] === id ? low : -1;
}

/** Cost (see {@link LanguageModel.cost}) of a character right after another; 255 when they were never seen so. */
export function costAfter(model: LanguageModel, first: number, second: number): number {
  const child = childOf(model, first, second);
  return child < 0 ? 255 : model.cost[child]!;
}

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

  constructor(readonly model: LanguageModel) {
    this.inner = model.firstChild.length - 1;
  }

  /** Reads character `id` in `state` and gives the next state. */
  step(state: number, id: number): number {
    const { cost, backoff, suffix, levels } = this.model;
    let penalty = 0;
    let node = id;
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

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
export function childOf({ word, firstChild }: LanguageModel, node: number, id: number): number {
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

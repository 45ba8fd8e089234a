import type { CountLevel } from './count';

/** A back-off model over the counted n-grams; arrays run parallel to {@link CountLevel.word}. */
export interface ModelLevel {
  word: Uint16Array;
  first: Uint32Array;
  count: Uint32Array;
  /** Probability of the last character after the others, interpolated with all shorter contexts. */
  probability: Float32Array;
  /** The same n-gram without its first character, in the level below. */
  suffix: Uint32Array;
}

/**
 * Interpolated absolute discounting with three discounts (Chen and Goodman 1998, on raw counts: continuation
 * counts and the entropy pruning that follows do not go together, Chelba et al. 2010). N-grams that were
 * left out of the counts give their share to the shorter context.
 */
export function smooth(levels: CountLevel[]): ModelLevel[] {
  const model: ModelLevel[] = [unigrams(levels[0]!)];
  for (let order = 1; order < levels.length; order++) {
    const { word, count, first, seen } = levels[order]!;
    const parents = levels[order - 1]!;
    const below = model[order - 1]!;
    const discounts = discountsFor(seen);
    const probability = new Float32Array(word.length);
    const suffix = new Uint32Array(word.length);
    for (let parent = 0; parent < parents.word.length; parent++) {
      const from = parents.first[parent]!;
      const to = parents.first[parent + 1]!;
      let kept = 0;
      for (let child = from; child < to; child++)
        kept += count[child]! - discounts[Math.min(3, count[child]!)]!;
      const total = parents.count[parent]!;
      const rest = 1 - kept / total;
      const context = order === 1 ? -1 : below.suffix[parent]!;
      let near = order === 1 ? 0 : model[order - 2]!.first[context]!;
      for (let child = from; child < to; child++) {
        if (order === 1) near = word[child]!;
        else while (below.word[near] !== word[child]) near++;
        suffix[child] = near;
        probability[child] =
          (count[child]! - discounts[Math.min(3, count[child]!)]!) / total + rest * below.probability[near]!;
      }
    }
    model.push({ word, first, count, probability, suffix });
  }
  return model;
}

function unigrams({ word, count, first }: CountLevel): ModelLevel {
  let total = 0;
  for (const times of count) total += times;
  const probability = Float32Array.from(count, (times) => (times + 0.5) / (total + 0.5 * word.length));
  return { word, first, count, probability, suffix: new Uint32Array(word.length) };
}

/** Chen and Goodman's estimates; a text too small for them gets round figures. */
function discountsFor([once, twice, thrice, four]: number[]): number[] {
  if (!once || !twice || !thrice) return [0, 0.5, 0.75, 1];
  const share = once / (once + 2 * twice);
  return [
    0,
    1 - (2 * share * twice) / once,
    2 - (3 * share * thrice) / twice,
    3 - (4 * share * four!) / thrice,
  ];
}

import type { Confusions } from '../confusions';
import type { Choice } from '../network/choice';
import { CODE, type Weights } from './weights';

/** How well characters of one confusion set fit a place, as ln p within the set. */
export interface Fit {
  original: number;
  candidate: number;
  /** The one that fits best. */
  best: number;
}

/** What the model thinks of one place. */
export interface Judgement {
  fit(candidate: number): Fit;
  /** The characters of the confusion set that fit better than the original, as places in the set, the best first, and by how much (ln). */
  preferred(most: number): { entry: number; by: number }[];
  /**
   * At an open place the Chinese character that fits best of all, and how much better (ln) than the best of the confusion set;
   * null when it is the original.
   */
  foremost(): { id: number; by: number } | null;
}

/** What speaks for a character, for each of its confusion set and for the best of all, and the ln of their sum. */
interface Weighed {
  own: number;
  scores: Float64Array;
  best: number;
  rest: number;
}

/** Turns what the network makes of a place, its code, into a {@link Judgement} of what could stand there. */
export class Weigher {
  constructor(
    private readonly weights: Weights,
    private readonly confusions: Confusions,
  ) {}

  /** The confusion set is weighed when it is asked for: most places that are looked at turn out to be expected. */
  judgement(code: Float32Array, original: number, overall: Choice | null): Judgement {
    let known: Weighed | null = null;
    const weighed = (): Weighed => {
      known ??= this.weigh(code, original);
      return known;
    };
    return {
      fit: (candidate) => {
        const { own, best, rest } = weighed();
        return { original: own - rest, candidate: this.logit(code, candidate) - rest, best: best - rest };
      },
      preferred: (most) => {
        const { scores, own } = weighed();
        return Array.from(scores, (score, entry) => ({ entry, by: score - own }))
          .filter(({ by }) => by > 0)
          .sort((a, b) => b.by - a.by)
          .slice(0, most);
      },
      foremost: () =>
        overall === null || overall.first === original
          ? null
          : { id: overall.first, by: overall.logits[overall.first]! - weighed().best },
    };
  }

  private weigh(code: Float32Array, original: number): Weighed {
    const { start, other } = this.confusions;
    const own = this.logit(code, original);
    const from = start[original]!;
    const scores = new Float64Array(start[original + 1]! - from);
    let best = own;
    for (let entry = 0; entry < scores.length; entry++) {
      const score = this.logit(code, other[from + entry]!);
      scores[entry] = score;
      if (score > best) best = score;
    }
    let total = Math.exp(own - best);
    for (const score of scores) total += Math.exp(score - best);
    return { own, scores, best, rest: best + Math.log(total) };
  }

  private logit(code: Float32Array, id: number): number {
    const { outputs, outputBias } = this.weights;
    let sum = 0;
    const base = id * CODE;
    for (let i = 0; i < CODE; i++) sum += code[i]! * outputs.values[base + i]!;
    return sum * outputs.scales[id]! + outputBias[id]!;
  }
}

import { type LanguageModel, STEP } from './language';

/** What a pair cost at least is kept in steps of this many of the model's; the last step stands for all that cost more. */
const COARSE = 4;
const MOST = 14;
const NEVER = 15;

/**
 * How likely the language model ever held one character after another, whatever stood before: two pairs to a byte.
 * It rules most changes out before the model itself is asked.
 */
export class Pairs {
  private readonly cells: Uint8Array;
  private readonly vocabulary: number;
  private readonly lnOf = Float64Array.from({ length: NEVER + 1 }, (_, cell) =>
    cell === NEVER ? Number.NEGATIVE_INFINITY : -cell * COARSE * STEP,
  );

  constructor({ levels, word, cost, firstChild }: LanguageModel) {
    this.vocabulary = levels[1]!;
    this.cells = new Uint8Array((this.vocabulary * this.vocabulary + 1) >>> 1).fill(NEVER | (NEVER << 4));
    for (let node = 0; node < firstChild.length - 1; node++) {
      const row = word[node]! * this.vocabulary;
      for (let child = firstChild[node]!; child < firstChild[node + 1]!; child++)
        this.lower(row + word[child]!, Math.min(MOST, Math.floor(cost[child]! / COARSE)));
    }
  }

  /** True when the two were ever seen side by side. */
  has(first: number, second: number): boolean {
    return this.cell(first * this.vocabulary + second) !== NEVER;
  }

  /** ln p of `second` after `first` at the very best; -Infinity when they were never seen so. */
  best(first: number, second: number): number {
    return this.lnOf[this.cell(first * this.vocabulary + second)]!;
  }

  private cell(at: number): number {
    return (this.cells[at >>> 1]! >>> ((at & 1) << 2)) & 15;
  }

  private lower(at: number, value: number): void {
    if (this.cell(at) <= value) return;
    const shift = (at & 1) << 2;
    this.cells[at >>> 1] = (this.cells[at >>> 1]! & ~(15 << shift)) | (value << shift);
  }
}

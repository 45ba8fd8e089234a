import type { LanguageModel } from './language';

/** Which characters the language model has seen side by side: a bit for every two, much faster to ask than the model itself. */
export class Pairs {
  private readonly bits: Uint32Array;
  private readonly width: number;

  constructor({ levels, word, firstChild }: LanguageModel) {
    const vocabulary = levels[1]!;
    this.width = (vocabulary + 31) >>> 5;
    this.bits = new Uint32Array(vocabulary * this.width);
    for (let first = 0; first < vocabulary; first++)
      for (let child = firstChild[first]!; child < firstChild[first + 1]!; child++) {
        const second = word[child]!;
        this.bits[first * this.width + (second >>> 5)]! |= 1 << (second & 31);
      }
  }

  has(first: number, second: number): boolean {
    return (this.bits[first * this.width + (second >>> 5)]! & (1 << (second & 31))) !== 0;
  }
}

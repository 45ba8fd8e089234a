import { VarintReader } from './bytes';
import { type LanguageModel, STEP } from './language';

/** Step of the quantised costs, in nats. */
export const WORD_STEP = 0.5;
/** What a character costs, beyond its own frequency, where it stands for itself and not in a word. */
const ALONE = 3;
/** No word is longer. */
const LONGEST = 8;

/**
 * The words of a dictionary with their frequencies, as a trie in flat arrays. Nodes run level by level; the first ones
 * are single characters (node = character id), the children of a node are sorted by character.
 */
export class WordList {
  private readonly best = new Float64Array(64);

  constructor(
    private readonly id: Uint16Array,
    private readonly first: Uint32Array,
    /** `-ln p` in units of {@link WORD_STEP}; 0 where no word ends. */
    private readonly cost: Uint8Array,
    private readonly model: LanguageModel,
  ) {}

  /** Cost in nats of the likeliest way to part `ids[from … to - 1]` (at most 60 of them) into words. */
  parting(ids: ArrayLike<number>, from: number, to: number): number {
    const { best } = this;
    best.fill(Number.POSITIVE_INFINITY, 0, to - from + 1);
    best[0] = 0;
    for (let at = from; at < to; at++) {
      const so = best[at - from]!;
      this.wordsAt(ids, at, to, (length, cost) => {
        const place = at - from + length;
        if (so + cost < best[place]!) best[place] = so + cost;
      });
    }
    return best[to - from]!;
  }

  /** How much less (nats) a text costs to part into words in another reading than as it stands. */
  gain(before: ArrayLike<number>, after: ArrayLike<number>): number {
    return this.parting(before, 0, before.length) - this.parting(after, 0, after.length);
  }

  /** The longest word over `at`, of two characters or more: its length and cost in nats; length 0 when there is none. */
  over(ids: ArrayLike<number>, at: number): { length: number; cost: number } {
    let longest = { length: 0, cost: 0 };
    for (let start = Math.max(0, at - LONGEST + 1); start <= at; start++) {
      this.wordsAt(ids, start, Math.min(ids.length, start + LONGEST), (length, cost) => {
        if (length > 1 && start + length > at && length > longest.length) longest = { length, cost };
      });
    }
    return longest;
  }

  /** True when `ids[from … to - 1]`, two characters or more, is a word. */
  has(ids: ArrayLike<number>, from: number, to: number): boolean {
    let found = false;
    this.wordsAt(ids, from, to, (length) => {
      if (from + length === to) found = true;
    });
    return found;
  }

  /** Visits every word of so many characters, in the order of their ids; what is visited is the same array each time. */
  eachOf(length: number, visit: (word: Uint16Array) => void): void {
    const word = new Uint16Array(length);
    const down = (node: number, depth: number): void => {
      word[depth] = this.id[node]!;
      if (depth === length - 1) {
        if (this.cost[node]) visit(word);
        return;
      }
      for (let child = this.first[node]!; child < this.first[node + 1]!; child++) down(child, depth + 1);
    };
    for (let root = 0; root < this.model.characters.length; root++) down(root, 0);
  }

  private wordsAt(
    ids: ArrayLike<number>,
    at: number,
    end: number,
    visit: (length: number, cost: number) => void,
  ): void {
    let node = ids[at]!;
    visit(1, this.cost[node] ? this.cost[node]! * WORD_STEP : this.model.cost[node]! * STEP + ALONE);
    for (let length = 2; at + length <= end && length <= LONGEST; length++) {
      node = this.child(node, ids[at + length - 1]!);
      if (node < 0) return;
      if (this.cost[node]) visit(length, this.cost[node]! * WORD_STEP);
    }
  }

  private child(node: number, id: number): number {
    let low = this.first[node]!;
    const end = this.first[node + 1]!;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.id[middle]! < id) low = middle + 1;
      else high = middle;
    }
    return low < end && this.id[low] === id ? low : -1;
  }
}

/** Reads what tools/lexicon/words.ts wrote; null when the file holds no words. */
export function unpackWords(sections: Map<string, Uint8Array>, model: LanguageModel): WordList | null {
  const cost = sections.get('words.cost');
  if (!cost) return null;
  const counts = new VarintReader(sections.get('words.counts')!);
  const steps = new VarintReader(sections.get('words.steps')!);
  const size = cost.length;
  const characters = model.characters.length;
  const id = new Uint16Array(size);
  const first = new Uint32Array(size + 1);
  for (let node = 0; node < characters; node++) id[node] = node;
  let next = characters;
  for (let node = 0; node < size; node++) {
    first[node] = next;
    let near = 0;
    for (let left = counts.next(); left > 0; left--) {
      near += steps.next();
      id[next++] = near++;
    }
  }
  first[size] = next;
  return new WordList(id, first, cost, model);
}

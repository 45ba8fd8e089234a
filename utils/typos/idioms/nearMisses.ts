/** A stretch of the text that is one character away from a word. */
export interface NearMiss {
  /** Where the stretch begins, and the character that differs. */
  start: number;
  at: number;
  /** What the word has there. */
  wanted: number;
}

export const LENGTH = 4;
const HALF = 2;

/**
 * Finds stretches of four characters that differ from a word in one: 迁移默化 for 潜移默化. Words are looked up by the half that
 * is right.
 */
export class NearMisses {
  private readonly byFirstHalf: HalfIndex;
  private readonly bySecondHalf: HalfIndex;

  /** `words`: their characters, one word after the other. */
  constructor(private readonly words: Uint16Array) {
    this.byFirstHalf = new HalfIndex(words, 0);
    this.bySecondHalf = new HalfIndex(words, HALF);
  }

  /** All near misses of a text; none where the stretch is one of the words itself. */
  in(ids: Uint16Array): NearMiss[] {
    const found: NearMiss[] = [];
    for (let start = 0; start + LENGTH <= ids.length; start++) {
      this.byHalf(this.byFirstHalf, ids, start, start + HALF, found);
      this.byHalf(this.bySecondHalf, ids, start + HALF, start, found);
    }
    return found;
  }

  /** Near misses among the words that have the half at `right`, by what they have in place of the half at `doubtful`. */
  private byHalf(
    index: HalfIndex,
    ids: Uint16Array,
    right: number,
    doubtful: number,
    found: NearMiss[],
  ): void {
    const before = found.length;
    const start = Math.min(right, doubtful);
    const key = keyOf(ids[right]!, ids[right + 1]!);
    const other = doubtful > right ? HALF : 0;
    for (let place = index.first(key); index.keys[place] === key; place++) {
      const word = index.words[place]! * LENGTH + other;
      const [first, second] = [this.words[word]!, this.words[word + 1]!];
      const isFirst = first === ids[doubtful];
      const isSecond = second === ids[doubtful + 1];
      if (isFirst && isSecond) {
        found.length = before;
        return;
      }
      if (isFirst) found.push({ start, at: doubtful + 1, wanted: second });
      else if (isSecond) found.push({ start, at: doubtful, wanted: first });
    }
  }
}

/** The words in the order of one of their halves. */
class HalfIndex {
  /** The halves, in order, and the numbers of the words that have them. */
  readonly keys: Uint32Array;
  readonly words: Uint32Array;
  /** Which halves there are at all, by some bits of their key: most searches end here. */
  private readonly there = new Uint32Array(SLOTS / 32);

  constructor(words: Uint16Array, offset: number) {
    const count = words.length / LENGTH;
    const order = Float64Array.from(
      { length: count },
      (_, word) => keyOf(words[word * LENGTH + offset]!, words[word * LENGTH + offset + 1]!) * count + word,
    ).sort();
    this.words = Uint32Array.from(order, (value) => value % count);
    this.keys = Uint32Array.from(order, (value) => Math.floor(value / count));
    for (const key of this.keys) this.there[slotOf(key) >>> 5]! |= 1 << (slotOf(key) & 31);
  }

  /** The first place with this half; where another stands, none has it. */
  first(key: number): number {
    const slot = slotOf(key);
    if (((this.there[slot >>> 5]! >>> (slot & 31)) & 1) === 0) return this.keys.length;
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const SLOTS = 1 << 18;

/** Ids take 13 bits. */
function keyOf(one: number, two: number): number {
  return one * 8192 + two;
}

function slotOf(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 14) & (SLOTS - 1);
}

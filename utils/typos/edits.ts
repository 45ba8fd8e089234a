import { type Confusions, NEAR_SOUND, SAME_SOUND, SHAPE } from './confusions';
import type { LanguageModel, Walker } from './language';
import { type Comparison, compare, costOf, REACH, type Reading } from './reading';

export type EditKind = 'other-character' | 'other-word' | 'extra' | 'missing' | 'order' | 'open';

/** A change that would make the text read better. */
export interface Edit extends Comparison {
  kind: EditKind;
  start: number;
  end: number;
  replacement: number[];
  /** Confusion kinds of the (first) changed character, and the likeness of the glyphs 0 to 1. */
  confusion: number;
  likeness: number;
}

/** What an edit must at least gain (nats) to be looked at. */
const LEAST_GAIN = 4;
const LEAST_GAIN_OF_TWO = 8;
/** A stretch that the model expected at least this well (nats over REACH + 1 characters) is not questioned. */
const CALM = 19;
/** Rarer kinds of error are looked for only where the text reads as badly as this. */
const ROUGH = 22;
const SURPRISE = 6;
/** Two characters are thought of as a word when the second follows the first at least so often (see {@link LanguageModel.cost}). */
const RARE_PAIR = 45;
const SOUND = SAME_SOUND | NEAR_SOUND;

/** Lists the edits that could repair the text, in order of position. */
export class Editor {
  constructor(
    private readonly walker: Walker,
    private readonly confusions: Confusions,
    /** 1 for Chinese characters, by id. */
    private readonly han: Uint8Array,
  ) {}

  list(reading: Reading): Edit[] {
    const { ids, logs } = reading;
    const edits: Edit[] = [];
    let window = 0;
    for (let at = 0; at < Math.min(REACH + 1, ids.length); at++) window -= logs[at]!;
    for (let at = 0; at < ids.length; at++) {
      if (this.han[ids[at]!]) {
        if (window > CALM) {
          this.otherCharacters(reading, at, edits);
          if (logs[at]! < -SURPRISE) this.unforeseen(reading, at, edits);
        }
        if (window > ROUGH) this.ofTwo(reading, at, edits);
        this.doubled(reading, at, edits);
      }
      window += logs[at]!;
      if (at + REACH + 1 < ids.length) window -= logs[at + REACH + 1]!;
    }
    return edits;
  }

  private otherCharacters(reading: Reading, at: number, edits: Edit[]): void {
    const { start, other, kinds, likeness } = this.confusions;
    const id = reading.ids[at]!;
    const bound = costOf(reading, at, at + 1);
    for (let entry = start[id]!; entry < start[id + 1]!; entry++) {
      const replacement = [other[entry]!];
      const found = compare(this.walker, reading, at, at + 1, replacement, LEAST_GAIN, bound);
      if (!found) continue;
      edits.push({
        ...found,
        kind: 'other-character',
        start: at,
        end: at + 1,
        replacement,
        confusion: kinds[entry]!,
        likeness: likeness[entry]! / 255,
      });
    }
  }

  /** A character or a pair that stands there twice. */
  private doubled(reading: Reading, at: number, edits: Edit[]): void {
    const { ids } = reading;
    const twice = ids[at] === ids[at + 1];
    if (twice || (ids[at] === ids[at + 2] && ids[at + 1] === ids[at + 3]))
      this.attempt(reading, edits, 'extra', at, at + (twice ? 1 : 2), [], 3);
  }

  /** Something missing before a character that nobody would expect here, or another one in its place. */
  private unforeseen(reading: Reading, at: number, edits: Edit[]): void {
    const id = reading.ids[at]!;
    this.fromModel(reading, at, (candidate) => {
      this.attempt(reading, edits, 'missing', at, at, [candidate], 5.5);
      if (!this.related(id, candidate)) this.attempt(reading, edits, 'open', at, at + 1, [candidate], 8);
    });
  }

  /** Two characters swapped, or another word with the same sound or shape. */
  private ofTwo(reading: Reading, at: number, edits: Edit[]): void {
    const { ids, logs } = reading;
    const id = ids[at]!;
    const next = ids[at + 1] ?? 1;
    if (!this.han[next]) return;
    if (id !== next) this.attempt(reading, edits, 'order', at, at + 2, [next, id], LEAST_GAIN_OF_TWO);
    if (-logs[at]! - logs[at + 1]! <= 2 * SURPRISE) return;
    this.otherWords(id, next, (first, second, confusion) => {
      this.attempt(reading, edits, 'other-word', at, at + 2, [first, second], LEAST_GAIN_OF_TWO, confusion);
    });
  }

  private attempt(
    reading: Reading,
    edits: Edit[],
    kind: EditKind,
    start: number,
    end: number,
    replacement: number[],
    least: number,
    confusion = 0,
  ): void {
    const found = compare(this.walker, reading, start, end, replacement, least);
    if (found) edits.push({ ...found, kind, start, end, replacement, confusion, likeness: 0 });
  }

  /** The characters that the model expects at `at`, from the longest context that it knows. */
  private fromModel(reading: Reading, at: number, visit: (id: number) => void): void {
    const model = this.walker.model;
    const state = reading.states[at]!;
    if (state < model.levels[1]!) return;
    const from = model.firstChild[state]!;
    const to = Math.min(model.firstChild[state + 1]!, from + 400);
    for (let child = from; child < to; child++) {
      if (model.cost[child]! < 20 && this.han[model.word[child]!]) visit(model.word[child]!);
    }
  }

  private related(id: number, candidate: number): boolean {
    const { start, other } = this.confusions;
    for (let entry = start[id]!; entry < start[id + 1]!; entry++) if (other[entry] === candidate) return true;
    return false;
  }

  /** Two-character words that sound or look like `one` and `two`, both characters different. */
  private otherWords(
    one: number,
    two: number,
    visit: (first: number, second: number, confusion: number) => void,
  ): void {
    const { start, other, kinds } = this.confusions;
    const model: LanguageModel = this.walker.model;
    for (let a = start[one]!; a < start[one + 1]!; a++) {
      const first = other[a]!;
      if (!(kinds[a]! & (SOUND | SHAPE))) continue;
      const sounds = (kinds[a]! & SOUND) > 0;
      let child = model.firstChild[first]!;
      const end = model.firstChild[first + 1]!;
      for (let b = start[two]!; b < start[two + 1]! && child < end; b++) {
        // One of two may look alike only, both seldom do.
        if (!(kinds[b]! & (sounds ? SOUND | SHAPE : SOUND))) continue;
        const second = other[b]!;
        while (child < end && model.word[child]! < second) child++;
        if (child < end && model.word[child] === second && model.cost[child]! < RARE_PAIR) {
          visit(first, second, kinds[a]! & kinds[b]!);
        }
      }
    }
  }
}

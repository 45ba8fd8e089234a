import type { Care } from './care';
import { areConfusable, type Confusions, NEAR_SOUND, SAME_SOUND, SHAPE } from './confusions';
import { type Edit, type EditKind, otherCharacter } from './edit';
import { Expectation } from './expectation';
import { costAfter, UNKNOWN } from './language';
import type { Pairs } from './pairs';
import { compare, costOf, REACH, type Reading } from './reading';
import type { Walker } from './walker';

/** ln p below which nobody would expect a character where it stands. */
const SURPRISE = 6;
/** What each character counts that a stretch lacks at the end of a text (-ln p): headings and cells go wrong at their ends too. */
const BEYOND_END = 2.5;
const SOUND = SAME_SOUND | NEAR_SOUND;

/** Lists the edits that could repair the text, in order of position. */
export class Editor {
  private readonly expectation: Expectation;

  constructor(
    private readonly walker: Walker,
    private readonly confusions: Confusions,
    private readonly pairs: Pairs,
    /** 1 for Chinese characters, by id. */
    private readonly han: Uint8Array,
  ) {
    this.expectation = new Expectation(walker, pairs);
  }

  list(reading: Reading, care: Care): Edit[] {
    const { ids, logs } = reading;
    const edits: Edit[] = [];
    this.eachPlace(reading, (at, window) => {
      if (window > care.calm && logs[at]! < -SURPRISE) this.unforeseen(reading, at, edits);
      // Two unknown characters need not be the same.
      if (ids[at] === UNKNOWN) return;
      if (window > Math.min(care.calm, care.rough)) this.expectation.turn(reading, at);
      if (window > care.calm) this.otherCharacters(reading, at, care.gain, edits);
      if (window > care.rough) this.ofTwo(reading, at, care, edits);
      this.doubled(reading, at, edits);
    });
    return edits;
  }

  /** Where other characters are looked for, and among these where nobody would expect what stands there. */
  doubtful(reading: Reading, { calm }: Care): { places: number[]; open: Set<number> } {
    const places: number[] = [];
    const open = new Set<number>();
    this.eachPlace(reading, (at, window) => {
      if (window <= calm) return;
      places.push(at);
      if (reading.logs[at]! < -SURPRISE) open.add(at);
    });
    return { places, open };
  }

  /** Visits every Chinese character, and all that are unknown, with how little the model expected the stretch that begins with it (nats). */
  private eachPlace({ ids, logs }: Reading, visit: (at: number, window: number) => void): void {
    let window = 0;
    for (let at = 0; at <= REACH; at++) window += at < ids.length ? -logs[at]! : BEYOND_END;
    for (let at = 0; at < ids.length; at++) {
      if (this.han[ids[at]!] || ids[at] === UNKNOWN) visit(at, window);
      window += logs[at]!;
      window += at + REACH + 1 < ids.length ? -logs[at + REACH + 1]! : BEYOND_END;
    }
  }

  private otherCharacters(reading: Reading, at: number, least: number, edits: Edit[]): void {
    const { start, other, kinds, likeness } = this.confusions;
    const { ids } = reading;
    const id = ids[at]!;
    const right = ids[at + 1] ?? 1;
    const left = ids[at - 1] ?? 1;
    const bound = costOf(reading, at, at + 1);
    const needed = this.expectation.needed(at + 1, least + bound);
    for (let entry = start[id]!; entry < start[id + 1]!; entry++) {
      const candidate = other[entry]!;
      const best = this.expectation.of(candidate);
      if (best < needed || best + this.expectation.behind(at + 1, candidate) < needed) continue;
      if (!this.pairs.has(candidate, right) && !this.pairs.has(left, candidate)) continue;
      const found = compare(this.walker, reading, at, at + 1, [candidate], least, bound);
      if (found) edits.push(otherCharacter(found, at, [candidate], kinds[entry]!, likeness[entry]!));
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
      if (!areConfusable(this.confusions, id, candidate))
        this.attempt(reading, edits, 'open', at, at + 1, [candidate], 8);
    });
  }

  /** Two characters swapped, or another word with the same sound or shape. */
  private ofTwo(reading: Reading, at: number, care: Care, edits: Edit[]): void {
    const { ids, logs } = reading;
    const id = ids[at]!;
    const next = ids[at + 1] ?? 1;
    if (!this.han[next]) return;
    if (id !== next) this.attempt(reading, edits, 'order', at, at + 2, [next, id], care.gainOfTwo);
    if (-logs[at]! - logs[at + 1]! <= 2 * SURPRISE) return;
    this.otherWords(reading, at, care, edits);
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

  /** Two-character words that sound or look like the two characters at `at`, both different, and fit a neighbour. */
  private otherWords(reading: Reading, at: number, { rarePair, gainOfTwo }: Care, edits: Edit[]): void {
    const { ids } = reading;
    const { start, other, kinds } = this.confusions;
    const [one, two] = [ids[at]!, ids[at + 1]!];
    const left = ids[at - 1] ?? 1;
    const right = ids[at + 2] ?? 1;
    const needed = this.expectation.needed(at + 2, gainOfTwo + costOf(reading, at, at + 2));
    const seconds: { second: number; kind: number; behind: number }[] = [];
    for (let b = start[two]!; b < start[two + 1]!; b++) {
      const behind = this.expectation.behind(at + 2, other[b]!);
      if (kinds[b]! & (SOUND | SHAPE) && behind >= needed)
        seconds.push({ second: other[b]!, kind: kinds[b]!, behind });
    }
    for (let a = start[one]!; a < start[one + 1]!; a++) {
      const first = other[a]!;
      // One of two may look alike only, both seldom do.
      const wanted = kinds[a]! & SOUND ? SOUND | SHAPE : kinds[a]! & SHAPE ? SOUND : 0;
      const best = this.expectation.of(first);
      if (wanted === 0 || best < needed) continue;
      const follows = this.pairs.has(left, first);
      for (const { second, kind, behind } of seconds) {
        if (best + behind < needed || !(kind & wanted)) continue;
        if (best + behind + this.pairs.best(first, second) < needed) continue;
        if (!follows && !this.pairs.has(second, right)) continue;
        if (costAfter(this.walker.model, first, second) >= rarePair) continue;
        const confusion = kinds[a]! & kind;
        this.attempt(reading, edits, 'other-word', at, at + 2, [first, second], gainOfTwo, confusion);
      }
    }
  }
}

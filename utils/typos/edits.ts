import type { Care } from './care';
import { type Confusions, NEAR_SOUND, SAME_SOUND, SHAPE } from './confusions';
import type { Judgement } from './context/judgement';
import { costAfter, type Walker } from './language';
import type { Pairs } from './pairs';
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

/** What the context model's own candidates may lose in the eyes of the language model, and by how much it must prefer them. */
const FORESEEN_GAIN = -6;
const FORESEEN_BY = 1.5;
const MOST_FORESEEN = 2;
/** A character that is neither sound- nor look-alike must fit better than those that are, by so much. */
const STRANGER_BY = 0.5;
const SURPRISE = 6;
/** Id of every character that the model does not know. */
const UNKNOWN = 0;
const SOUND = SAME_SOUND | NEAR_SOUND;

/** Lists the edits that could repair the text, in order of position. */
export class Editor {
  constructor(
    private readonly walker: Walker,
    private readonly confusions: Confusions,
    private readonly pairs: Pairs,
    /** 1 for Chinese characters, by id. */
    private readonly han: Uint8Array,
  ) {}

  list(reading: Reading, care: Care): Edit[] {
    const { ids, logs } = reading;
    const edits: Edit[] = [];
    this.eachPlace(reading, (at, window) => {
      if (window > care.calm && logs[at]! < -SURPRISE) this.unforeseen(reading, at, edits);
      // Two unknown characters need not be the same.
      if (ids[at] === UNKNOWN) return;
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

  /** What the context model would rather read at a place, unless it is listed already. */
  foreseen(reading: Reading, at: number, judgement: Judgement, listed: ReadonlySet<number>): Edit[] {
    const { start, other, kinds, likeness } = this.confusions;
    const id = reading.ids[at]!;
    const edits: Edit[] = [];
    for (const { entry, by } of judgement.preferred(MOST_FORESEEN)) {
      const replacement = [other[start[id]! + entry]!];
      if (by < FORESEEN_BY || listed.has(replacement[0]!)) continue;
      const found = compare(this.walker, reading, at, at + 1, replacement, FORESEEN_GAIN);
      if (found)
        edits.push(
          otherCharacter(found, at, replacement, kinds[start[id]! + entry]!, likeness[start[id]! + entry]!),
        );
    }
    return edits;
  }

  /** The character that the context model expects at an open place, if it is no sound- or look-alike. */
  stranger(reading: Reading, at: number, judgement: Judgement): Edit | null {
    const foremost = judgement.foremost();
    if (!foremost || foremost.by < STRANGER_BY || this.related(reading.ids[at]!, foremost.id)) return null;
    const compared = compare(this.walker, reading, at, at + 1, [foremost.id], FORESEEN_GAIN);
    return compared && { ...otherCharacter(compared, at, [foremost.id], 0, 0), kind: 'open' };
  }

  /** Visits every Chinese character, and all that are unknown, with how little the model expected the stretch that begins with it (nats). */
  private eachPlace({ ids, logs }: Reading, visit: (at: number, window: number) => void): void {
    let window = 0;
    for (let at = 0; at < Math.min(REACH + 1, ids.length); at++) window -= logs[at]!;
    for (let at = 0; at < ids.length; at++) {
      if (this.han[ids[at]!] || ids[at] === UNKNOWN) visit(at, window);
      window += logs[at]!;
      if (at + REACH + 1 < ids.length) window -= logs[at + REACH + 1]!;
    }
  }

  private otherCharacters(reading: Reading, at: number, least: number, edits: Edit[]): void {
    const { start, other, kinds, likeness } = this.confusions;
    const { ids } = reading;
    const id = ids[at]!;
    const left = ids[at - 1] ?? 1;
    const right = ids[at + 1] ?? 1;
    const bound = costOf(reading, at, at + 1);
    const unforeseen = this.walker.backOff(reading.states[at]!);
    for (let entry = start[id]!; entry < start[id + 1]!; entry++) {
      const candidate = other[entry]!;
      // What two neighbours that were never seen together cost at least rules most candidates out before the model is asked.
      const follows = this.pairs.has(left, candidate);
      if (!follows && unforeseen + this.walker.alone(candidate) - bound < least) continue;
      if (!this.pairs.has(candidate, right)) {
        if (!follows) continue;
        if (this.walker.backOff(candidate) + this.walker.alone(right) - bound < least) continue;
      }
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
      if (!this.related(id, candidate)) this.attempt(reading, edits, 'open', at, at + 1, [candidate], 8);
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
    this.otherWords(reading, at, care.rarePair, (first, second, confusion) => {
      this.attempt(reading, edits, 'other-word', at, at + 2, [first, second], care.gainOfTwo, confusion);
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

  /** Two-character words that sound or look like the two characters at `at`, both different, and fit a neighbour. */
  private otherWords(
    { ids }: Reading,
    at: number,
    rarest: number,
    visit: (first: number, second: number, confusion: number) => void,
  ): void {
    const { start, other, kinds } = this.confusions;
    const [one, two] = [ids[at]!, ids[at + 1]!];
    const left = ids[at - 1] ?? 1;
    const right = ids[at + 2] ?? 1;
    for (let a = start[one]!; a < start[one + 1]!; a++) {
      const first = other[a]!;
      // One of two may look alike only, both seldom do.
      const wanted = kinds[a]! & SOUND ? SOUND | SHAPE : kinds[a]! & SHAPE ? SOUND : 0;
      if (wanted === 0) continue;
      const follows = this.pairs.has(left, first);
      for (let b = start[two]!; b < start[two + 1]!; b++) {
        const second = other[b]!;
        if (!(kinds[b]! & wanted) || !this.pairs.has(first, second)) continue;
        if (!follows && !this.pairs.has(second, right)) continue;
        if (costAfter(this.walker.model, first, second) < rarest) visit(first, second, kinds[a]! & kinds[b]!);
      }
    }
  }
}

function otherCharacter(
  found: Comparison,
  at: number,
  replacement: number[],
  confusion: number,
  likeness: number,
): Edit {
  return {
    ...found,
    kind: 'other-character',
    start: at,
    end: at + 1,
    replacement,
    confusion,
    likeness: likeness / 255,
  };
}

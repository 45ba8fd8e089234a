import { type Confusions, NEAR_SOUND, SAME_SOUND } from './confusions';
import type { LanguageModel, Walker } from './language';
import { type Comparison, compare, REACH, type Reading } from './reading';

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
const LEAST_GAIN = 1.5;
/** A stretch that the model expected at least this well (nats over REACH + 1 characters) is not questioned. */
const CALM = 16;
/** Rarer kinds of error are looked for only where the text reads as badly as this. */
const ROUGH = 22;
const SURPRISE = 6;
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
      if (window > CALM && this.han[ids[at]!]) {
        this.otherCharacters(reading, at, edits);
        if (window > ROUGH) this.rarer(reading, at, edits);
      }
      window += logs[at]!;
      if (at + REACH + 1 < ids.length) window -= logs[at + REACH + 1]!;
    }
    return edits;
  }

  private otherCharacters(reading: Reading, at: number, edits: Edit[]): void {
    const { start, other, kinds, likeness } = this.confusions;
    const id = reading.ids[at]!;
    for (let entry = start[id]!; entry < start[id + 1]!; entry++) {
      const replacement = [other[entry]!];
      const found = compare(this.walker, reading, at, at + 1, replacement, LEAST_GAIN);
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

  private rarer(reading: Reading, at: number, edits: Edit[]): void {
    const { ids, logs } = reading;
    const id = ids[at]!;
    const next = ids[at + 1] ?? 1;
    const try_ = (kind: EditKind, end: number, replacement: number[], least: number, confusion = 0): void => {
      const found = compare(this.walker, reading, at, end, replacement, least);
      if (found) edits.push({ ...found, kind, start: at, end, replacement, confusion, likeness: 0 });
    };
    if (id === next || (id === ids[at + 2] && next === ids[at + 3]))
      try_('extra', id === next ? at + 1 : at + 2, [], 3);
    if (this.han[next] && id !== next) try_('order', at + 2, [next, id], 5);
    if (logs[at]! < -SURPRISE) {
      this.fromModel(reading, at, (candidate) => {
        try_('missing', at, [candidate], 7);
        if (!this.related(id, candidate)) try_('open', at + 1, [candidate], 8);
      });
    }
    if (this.han[next] && -logs[at]! - (logs[at + 1] ?? 0) > 2 * SURPRISE) {
      this.otherWords(id, next, (first, second, confusion) => {
        try_('other-word', at + 2, [first, second], 5, confusion);
      });
    }
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
      const sounds = (kinds[a]! & SOUND) > 0;
      let child = model.firstChild[first]!;
      const end = model.firstChild[first + 1]!;
      for (let b = start[two]!; b < start[two + 1]! && child < end; b++) {
        // One of two may look alike only, both seldom do.
        if (!sounds && !(kinds[b]! & SOUND)) continue;
        const second = other[b]!;
        while (child < end && model.word[child]! < second) child++;
        if (child < end && model.word[child] === second && model.cost[child]! < 28) {
          visit(first, second, kinds[a]! & kinds[b]!);
        }
      }
    }
  }
}

import { type Confusions, NEAR_SOUND, SAME_SOUND, SHAPE, STROKE_CODE } from '../../utils/typos/confusions';
import { costAfter, type LanguageModel } from '../../utils/typos/language';
import { twins } from '../../utils/typos/twins';

/** A seeded generator of numbers in [0, 1) (mulberry32): the same build gives the same model. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A change that was made: `ids[start … end - 1]` of the spoilt text should be `right`. */
export interface Slip {
  start: number;
  end: number;
  right: number[];
  /** What happened to it; see {@link SHARES}. */
  kind: string;
}

export interface Spoilt {
  ids: Uint16Array;
  slips: Slip[];
}

/** What goes wrong at a place: what should stand there, and what does. */
interface Change extends Pick<Slip, 'right' | 'kind'> {
  wrong: number[];
}

/**
 * Shares of kinds of error, after the real ones reported in official texts (a little over half look alike or
 * slipped in 五笔 or character recognition) and typing by sound, which is what most drafts are written with.
 */
const SHARES: readonly [
  kind: keyof typeof KINDS | 'word' | 'extra' | 'missing' | 'order' | 'any',
  share: number,
][] = [
  ['same', 0.38],
  ['near', 0.06],
  ['shape', 0.17],
  ['stroke', 0.07],
  ['word', 0.17],
  ['extra', 0.03],
  ['missing', 0.03],
  ['order', 0.03],
  ['any', 0.06],
];
/** How often the same word goes wrong in the same way where it stands elsewhere in the sentence. */
const AGAIN = 0.75;
/** How often any other character is one that the model does not know. */
const UNKNOWN = 0.25;
/** `-ln p` of the second character after the first, in steps of the model, up to which two make a word. */
const WORD_COST = 22;
/** Of two characters that went wrong together without making a word, so many look alike rather than sound alike. */
const ALIKE = 0.3;
const KINDS = { same: SAME_SOUND, near: NEAR_SOUND, shape: SHAPE, stroke: STROKE_CODE };

/** Puts errors into sentences as typists and scanners do. */
export class Spoiler {
  constructor(
    private readonly model: LanguageModel,
    private readonly confusions: Confusions,
    private readonly han: Uint8Array,
    private readonly random: () => number,
  ) {}

  /** Spoils `ids` in up to `most` places at least three characters apart, and the same words elsewhere mostly in the same way. */
  spoil(ids: Uint16Array, most: number): Spoilt {
    const places = new Set<number>();
    for (let tries = 0; tries < 4 * most && places.size < most; tries++) {
      const at = Math.floor(this.random() * ids.length);
      if (this.han[ids[at]!] && [...places].every((other) => Math.abs(other - at) > 2)) places.add(at);
    }
    const made = new Map<number, Change>();
    const isFree = (from: number, to: number): boolean =>
      [...made].every(([start, { right }]) => to <= start || from >= start + Math.max(1, right.length));
    for (const at of [...places].sort((a, b) => a - b)) {
      const change = this.slip(ids, at);
      if (!change || !isFree(at, at + change.right.length)) continue;
      const { wrong, right } = change;
      made.set(at, change);
      if (wrong.length !== right.length || this.random() >= AGAIN) continue;
      const again = twins(ids, { start: at, end: at + right.length }, this.han);
      for (const place of again) if (isFree(place, place + right.length)) made.set(place, change);
    }
    return spoilt(ids, made);
  }

  private slip(ids: Uint16Array, at: number): Change | null {
    const kind = drawn(SHARES, ([, share]) => share, this.random())?.[0] ?? 'same';
    const made = this.slipOf(kind, ids, at);
    return made && { ...made, kind };
  }

  private slipOf(
    kind: (typeof SHARES)[number][0],
    ids: Uint16Array,
    at: number,
  ): { wrong: number[]; right: number[] } | null {
    const id = ids[at]!;
    const next = ids[at + 1] ?? 1;
    if (kind === 'extra') return { wrong: [id, id], right: [id] };
    if (kind === 'missing') return at > 0 ? { wrong: [], right: [id] } : null;
    if (kind === 'any') return { wrong: [this.random() < UNKNOWN ? 0 : this.anyCharacter()], right: [id] };
    if (kind === 'order') {
      return this.han[next] && next !== id ? { wrong: [next, id], right: [id, next] } : null;
    }
    if (kind === 'word') {
      const wrong = this.isWord(id, next) ? this.otherWord(id, next) : null;
      return wrong && { wrong, right: [id, next] };
    }
    const other = this.other(id, KINDS[kind]);
    return other === null ? null : { wrong: [other], right: [id] };
  }

  /** What a typist or a scanner may put for `id`, sound- and look-alikes in their shares; null where nothing is like it. */
  confused(id: number): number | null {
    const kinds = Object.entries(KINDS);
    const shareOf = new Map<string, number>(SHARES);
    const kind = drawn(kinds, ([name]) => shareOf.get(name)!, this.random());
    return this.other(id, kind![1]);
  }

  /** Two characters that often stand together: what a typist picks as one word. */
  isWord(one: number, two: number): boolean {
    return this.han[two] === 1 && costAfter(this.model, one, two) < WORD_COST;
  }

  /** A confusion of `id` of the given kind: common characters more often, and the likest glyphs. */
  private other(id: number, kind: number): number | null {
    const { start, other, kinds, likeness } = this.confusions;
    let total = 0;
    const weigh = (entry: number): number => {
      if (!(kinds[entry]! & kind)) return 0;
      if (kind === NEAR_SOUND && kinds[entry]! & SAME_SOUND) return 0;
      const common = Math.exp(-0.05 * this.model.cost[other[entry]!]!);
      return common * (kind === SHAPE ? (likeness[entry]! / 255) ** 8 : 1);
    };
    for (let entry = start[id]!; entry < start[id + 1]!; entry++) total += weigh(entry);
    if (total === 0) return null;
    let dice = this.random() * total;
    for (let entry = start[id]!; entry < start[id + 1]!; entry++) {
      dice -= weigh(entry);
      if (dice < 0) return other[entry]!;
    }
    return null;
  }

  /** A word with the sounds of the two: typed by sound, the wrong one picked. Failing that, any two like them. */
  otherWord(one: number, two: number): number[] | null {
    const { start, other, kinds } = this.confusions;
    const { word, cost, firstChild } = this.model;
    const words: { pair: number[]; weight: number }[] = [];
    for (let a = start[one]!; a < start[one + 1]!; a++) {
      if (!(kinds[a]! & SAME_SOUND)) continue;
      const first = other[a]!;
      let child = firstChild[first]!;
      for (let b = start[two]!; b < start[two + 1]!; b++) {
        if (!(kinds[b]! & SAME_SOUND)) continue;
        while (child < firstChild[first + 1]! && word[child]! < other[b]!) child++;
        if (child >= firstChild[first + 1]! || word[child] !== other[b]) continue;
        words.push({ pair: [first, other[b]!], weight: Math.exp(-0.1 * (cost[first]! + cost[child]!)) });
      }
    }
    const picked = drawn(words, ({ weight }) => weight, this.random());
    if (picked && this.random() < 0.8) return picked.pair;
    const [first, second] = [one, two].map((id) =>
      this.other(id, this.random() < ALIKE ? SHAPE : SAME_SOUND),
    ) as [number | null, number | null];
    return first === null || second === null ? null : [first, second];
  }

  private anyCharacter(): number {
    for (;;) {
      const id = 2 + Math.floor(this.random() ** 2 * 3000);
      if (this.han[id]) return id;
    }
  }
}

/** `ids` with changes made, by the place where each begins. */
function spoilt(ids: Uint16Array, changes: ReadonlyMap<number, Change>): Spoilt {
  const result: number[] = [];
  const slips: Slip[] = [];
  for (let at = 0; at < ids.length; at++) {
    const change = changes.get(at);
    if (!change) {
      result.push(ids[at]!);
      continue;
    }
    const { wrong, right, kind } = change;
    slips.push({ start: result.length, end: result.length + wrong.length, right, kind });
    result.push(...wrong);
    at += right.length - 1;
  }
  return { ids: Uint16Array.from(result), slips };
}

/** One of `items`, in proportion to their weights; `dice` is in [0, 1). */
function drawn<T>(items: readonly T[], weigh: (item: T) => number, dice: number): T | undefined {
  let rest = dice * items.reduce((sum, item) => sum + weigh(item), 0);
  return items.find((item) => {
    rest -= weigh(item);
    return rest < 0;
  });
}

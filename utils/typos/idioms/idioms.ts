import { areConfusable, type Confusions } from '../confusions';
import { around } from '../edit';
import type { LanguageModel } from '../language';
import { REACH } from '../reading';
import { EMPTY, Walker } from '../walker';
import type { WordList } from '../words';
import { LENGTH, NearMisses } from './nearMisses';
import { IDIOM_VARIANTS } from './variants';

/** An idiom with one character wrong. */
export interface IdiomSlip {
  /** Where the idiom begins. */
  start: number;
  /** The idiom as it should read. */
  idiom: Uint16Array;
  level: 'sure' | 'likely';
}

/** Words of four characters that are never varied, or hardly ever: their characters, one word after the other. */
export interface SetExpressions {
  /** 成语. */
  idioms: Uint16Array;
  /** 习用语: more of them are built like others that are right too. */
  phrases: Uint16Array;
}

interface Band {
  level: 'sure' | 'likely';
  parts: number;
  reads: number;
}

/**
 * How much better the text must part into words with the idiom, and how much better it must read (nats). Of 500 slips of the
 * first level in 107 million characters of published prose (0.05 in 10,000) three in four were errors that its editors had
 * overlooked; most of the others are in variants.ts now.
 */
const BANDS: readonly Band[] = [
  { level: 'sure', parts: 10, reads: 4 },
  { level: 'likely', parts: 8, reads: 1 },
];
const NUMERALS = '〇一二三四五六七八九十百千万亿两';
const NEGATIONS = '不未没无';

/**
 * Idioms (成语) of four characters with one wrong that sounds or looks alike. Most of them are too rare for the language model
 * to miss a character, but they are hardly ever varied.
 */
export class Idioms {
  private readonly groups: { nearMisses: NearMisses; bands: readonly Band[] }[];
  private readonly walker: Walker;

  constructor(
    expressions: SetExpressions,
    private readonly words: WordList,
    private readonly confusions: Confusions,
    private readonly model: LanguageModel,
  ) {
    this.groups = [
      { nearMisses: new NearMisses(expressions.idioms), bands: BANDS },
      { nearMisses: new NearMisses(expressions.phrases), bands: BANDS.slice(0, 1) },
    ];
    this.walker = new Walker(model);
  }

  /** The slips of a normalised text. */
  find(ids: Uint16Array): IdiomSlip[] {
    return this.groups.flatMap(({ nearMisses, bands }) => this.among(ids, nearMisses, bands));
  }

  private among(ids: Uint16Array, nearMisses: NearMisses, bands: readonly Band[]): IdiomSlip[] {
    const least = Math.min(...bands.map(({ parts }) => parts));
    return nearMisses.in(ids).flatMap(({ start, at, wanted }) => {
      if (!areConfusable(this.confusions, ids[at], wanted) || this.isMeant(ids, start, at, wanted)) return [];
      const { before, after } = around(ids, { start: at, end: at + 1, replacement: [wanted] });
      const parts = this.words.gain(before, after);
      if (parts < least) return [];
      const changed = ids.slice();
      changed[at] = wanted;
      const reads = this.read(changed, at) - this.read(ids, at);
      const band = bands.find((one) => parts >= one.parts && reads >= one.reads);
      return band ? [{ start, idiom: changed.slice(start, start + LENGTH), level: band.level }] : [];
    });
  }

  /** True for another word, another number, 未 in the place of 不, and for what good text makes of the idiom on purpose. */
  private isMeant(ids: Uint16Array, start: number, at: number, wanted: number): boolean {
    if (this.words.has(ids, start, start + LENGTH)) return true;
    const [one, other] = [this.model.characters[ids[at]!]!, this.model.characters[wanted]!];
    if ([NUMERALS, NEGATIONS].some((some) => some.includes(one) && some.includes(other))) return true;
    const stretch = Array.from(ids.subarray(start, start + LENGTH), (id) => this.model.characters[id]);
    return IDIOM_VARIANTS.has(stretch.join(''));
  }

  /** ln p of a character and of those behind it that feel it. */
  private read(ids: Uint16Array, at: number): number {
    let state = EMPTY;
    let sum = 0;
    for (let place = Math.max(0, at - REACH); place <= Math.min(at + REACH, ids.length - 1); place++) {
      state = this.walker.step(state, ids[place]!);
      if (place >= at) sum += this.walker.logProbability;
    }
    return sum;
  }
}

/** Reads the idioms of a model file: bits for the words of four characters, in order; null when it has none. */
export function unpackIdioms(
  sections: Map<string, Uint8Array>,
  words: WordList | null,
  confusions: Confusions,
  model: LanguageModel,
): Idioms | null {
  const [idioms, phrases] = [sections.get('idioms'), sections.get('idioms.phrases')];
  if (!idioms || !phrases || !words) return null;
  return new Idioms(
    { idioms: marked(words, idioms), phrases: marked(words, phrases) },
    words,
    confusions,
    model,
  );
}

function marked(words: WordList, marks: Uint8Array): Uint16Array {
  const found: number[] = [];
  let number = 0;
  words.eachOf(LENGTH, (word) => {
    if ((marks[number >>> 3]! >>> (number & 7)) & 1) found.push(...word);
    number++;
  });
  return Uint16Array.from(found);
}

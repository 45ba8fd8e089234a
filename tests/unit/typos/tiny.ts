import { countNgrams } from '../../../tools/lexicon/count';
import { packLanguage } from '../../../tools/lexicon/pack';
import { prune } from '../../../tools/lexicon/prune';
import { smooth } from '../../../tools/lexicon/smooth';
import { readSections, writeSections } from '../../../utils/typos/bytes';
import type { LanguageModel } from '../../../utils/typos/language';
import { unpackLanguage } from '../../../utils/typos/unpack';

/** A language of five letters in which ab, cd and ef like to stand together. */
const SENTENCES = [
  'abcd',
  'abef',
  'cdab',
  'abab',
  'efcd',
  'abcdef',
  'cdef',
  'efab',
  'aba',
  'bcd',
  'dde',
  'ffa',
];
export const characters = ['', '\n', ...'abcdef'];
/** Ids of a text; whatever is no letter of the language is unknown. */
export const idsOf = (text: string): number[] =>
  [...text].map((character) => Math.max(0, characters.indexOf(character)));

/** A model of that language with at most so many n-grams. */
export function tinyModel(target: number): LanguageModel {
  const repeated = Array.from({ length: 8 }, (_, round) => SENTENCES.slice(round % 3)).flat();
  const ids = Uint16Array.from([1, ...repeated.flatMap((sentence) => [...idsOf(sentence), 1])]);
  const levels = prune(smooth(countNgrams(ids, characters.length, [1, 1, 1, 1, 1])), target);
  return unpackLanguage(readSections(writeSections(packLanguage(characters, levels))));
}

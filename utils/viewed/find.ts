import { type Anchor, anchorAt } from '../anchors/anchor';
import { findingId } from '../findings/finding';
import { sentenceAround } from '../typos/page';
import type { PageNames, ViewedPage } from './page';

/** One place where the same error stands. */
export interface SamePlace {
  page: PageNames;
  sentence: string;
  anchor: Anchor;
  /** The finding that it would be part of; several places of one page are one finding. */
  finding: string;
}

/** A place, and whether its finding is in the record already. */
export interface FoundPlace extends SamePlace {
  recorded: boolean;
}

export interface SameAnswer {
  /** Pages looked through. */
  pages: number;
  places: FoundPlace[];
}

/** What is looked for: `wrong` as part of `phrase`, since one character alone stands for many things. */
export interface SameSearch {
  wrong: string;
  phrase: string;
}

/** Places shown and recorded at most; more than that is no slip but how somebody writes. */
export const MOST_PLACES = 500;

/** Every place in the texts where `phrase` stands, page by page, in the order of the pages. */
export function findSame(
  pages: Iterable<ViewedPage>,
  { wrong, phrase }: SameSearch,
  campaign = '',
): SamePlace[] {
  const inside = phrase.indexOf(wrong);
  if (phrase.trim().length < 2 || inside < 0) return [];
  const found: SamePlace[] = [];
  for (const { text, ...page } of pages) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      const start = at + inside;
      const end = start + wrong.length;
      found.push({
        page,
        sentence: sentenceAround(text, start, end),
        anchor: anchorAt(text, start, end),
        finding: findingId({ url: page.url, quote: wrong, check: 'typos', campaign }),
      });
      if (found.length === MOST_PLACES) return found;
    }
  }
  return found;
}

/** The words to look for at first: the wrong ones, and for a single character the one before or after it as well. */
export function phraseOf(wrong: string, sentence: string): string {
  const at = sentence.indexOf(wrong);
  if (wrong.length > 1 || at < 0) return wrong;
  const han = (character: string | undefined) => /\p{Script=Han}/u.test(character ?? '');
  if (han(sentence[at - 1])) return sentence[at - 1] + wrong;
  return han(sentence[at + 1]) ? wrong + sentence[at + 1] : wrong;
}

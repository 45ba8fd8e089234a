import type { Suggestion } from '../suggestion';
import { findSlips } from '../terms/phrases';
import { checkDates } from './dates';
import { checkPlaces } from './places';
import { checkPunctuation } from './punctuation';
import { checkSums } from './sums';
import { checkUnits } from './units';
import { checkVariants } from './variants';

/** What can be told from the text without a language model, in order of trust. */
export function checkRules(text: string): Suggestion[] {
  return [findSlips, checkPlaces, checkPunctuation, checkDates, checkSums, checkVariants, checkUnits].flatMap(
    (check) => check(text),
  );
}

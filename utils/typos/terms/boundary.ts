import type { Proposer } from '../proposals';
import type { Suggestion } from '../suggestion';
import type { WordList } from '../words';

/** Characters to either side that are parted into words. */
const AROUND = 7;
/** Longer terms are no accident. */
const SHORT = 3;
/** So much better (nats) must a text part into words as it stands for a term in it to be ends of two words. */
const CLEARLY = 3;

/**
 * True when a term only happens to stand in the text, because one word ends and another begins there (答辩认为, 轻松驰骋):
 * with the right spelling in its place the text would part into words worse.
 */
export function spansWords(
  words: WordList,
  proposer: Proposer,
  text: string,
  { start, end, right }: Pick<Suggestion, 'start' | 'end' | 'right'>,
): boolean {
  if (end - start > SHORT) return false;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const cost = (middle: string): number => {
    const ids = proposer.ids(before + middle + after);
    return words.parting(ids, 0, ids.length);
  };
  return cost(right) - cost(text.slice(start, end)) >= CLEARLY;
}

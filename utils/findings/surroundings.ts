import type { Finding } from './finding';

/** So many characters make a quotation that a reader understands without the page. */
const ENOUGH = 4;

/** A short quote, and what should stand there, in the words around it. */
export function inItsWords(finding: Pick<Finding, 'quote' | 'suggestion' | 'sentence'>): {
  wrong: string;
  /** '' when nothing was suggested. */
  right: string;
} {
  const { quote, suggestion } = finding;
  const [before, after] = surroundings(finding);
  return { wrong: before + quote + after, right: suggestion && before + suggestion + after };
}

/**
 * The words to show before and after a short quote, taken from its sentence: one word after it, then words before it, never past
 * a punctuation mark. ['', ''] when the quote is long enough, or its sentence was not kept.
 */
function surroundings({
  quote,
  sentence,
}: Pick<Finding, 'quote' | 'sentence'>): [before: string, after: string] {
  const at = sentence.indexOf(quote);
  // Where the same words stand twice in a sentence, nothing says which of them is meant.
  if (quote.length >= ENOUGH || at < 0 || sentence.indexOf(quote, at + 1) >= 0) return ['', ''];
  const earlier = wordsIn(sentence.slice(0, at));
  const [next] = wordsIn(sentence.slice(at + quote.length));
  const after = next?.isWord ? next.text : '';
  let before = '';
  for (let index = earlier.length - 1; index >= 0 && earlier[index]!.isWord; index--) {
    if ((before + quote + after).length >= ENOUGH) break;
    before = earlier[index]!.text + before;
  }
  return [before, after];
}

function wordsIn(text: string): { text: string; isWord: boolean }[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return Array.from(words, ({ segment, isWordLike }) => ({ text: segment, isWord: isWordLike === true }));
}

import { lineAround } from './line';

/** A line shorter than this, in characters, that has no punctuation is a name or a menu entry. */
const BARE_BELOW = 8;
const PUNCTUATION = /[，。、；：！？,;:!?]/u;

/** True when there is too little around `text[start … end - 1]` to judge it by: nothing but the short line that it stands in. */
export function isBare(text: string, place: { start: number; end: number }): boolean {
  const { from, to } = lineAround(text, place);
  const line = text.slice(from, to).trim();
  return line.length < BARE_BELOW && !PUNCTUATION.test(line);
}

/** True when `text[start … end - 1]` is a word of two characters as it stands, or makes one with the character before or behind it. */
export function isInWord(
  text: string,
  { start, end }: { start: number; end: number },
  isWord: (word: string) => boolean,
): boolean {
  const words = [text.slice(Math.max(0, start - 1), end), text.slice(start, end + 1), text.slice(start, end)];
  return words.some((word) => word.length === 2 && isWord(word));
}

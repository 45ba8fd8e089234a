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

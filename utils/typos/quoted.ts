import { lineAround } from './line';

/** Quotations up to so many characters are words that somebody coined or named; longer ones are sentences like any other. */
const COINED = 12;
const QUOTATION = new RegExp(`[“「‘"][^“”「」‘’"\\n]{1,${COINED}}[”」’"]`, 'g');
/** What a post on 微博 or 抖音 is filed under: #赣青爱分享#. */
const TOPIC = new RegExp(`#[^#]{1,${2 * COINED}}#`, 'g');

/** True when `text[start … end - 1]` stands inside a short quotation (“放管服”改革) or a topic: odd wording is meant there. */
export function isCoined(text: string, place: { start: number; end: number }): boolean {
  const { start, end } = place;
  // A quotation that reaches over the place starts at most so far before it; where a topic begins only the whole line tells.
  const { from, to } = lineAround(text, place);
  return (
    covers(text, Math.max(0, start - COINED - 1), end + COINED + 1, QUOTATION, start, end) ||
    covers(text, from, to, TOPIC, start, end)
  );
}

/** True when something like `pattern` between two places of the text reaches over all of `text[start … end - 1]`. */
function covers(
  text: string,
  from: number,
  to: number,
  pattern: RegExp,
  start: number,
  end: number,
): boolean {
  return Array.from(text.slice(from, to).matchAll(pattern)).some(
    ({ 0: found, index }) => from + index < start && end < from + index + found.length,
  );
}

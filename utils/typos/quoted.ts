/** Quotations up to so many characters are words that somebody coined or named; longer ones are sentences like any other. */
const COINED = 12;
const QUOTATION = new RegExp(`[“「‘"][^“”「」‘’"\\n]{1,${COINED}}[”」’"]`, 'g');

/** True when `text[start … end - 1]` stands inside a short quotation (“放管服”改革): odd wording is meant there. */
export function isCoined(text: string, { start, end }: { start: number; end: number }): boolean {
  // A quotation that reaches over the place starts at most so far before it.
  const from = Math.max(0, start - COINED - 1);
  const near = text.slice(from, end + COINED + 1);
  return Array.from(near.matchAll(QUOTATION)).some(
    ({ 0: quotation, index }) => from + index < start && end < from + index + quotation.length,
  );
}

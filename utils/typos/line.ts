/** First place and end of the line that holds `text[start … end - 1]`. */
export function lineAround(
  text: string,
  { start, end }: { start: number; end: number },
): { from: number; to: number } {
  const next = text.indexOf('\n', end);
  return { from: text.lastIndexOf('\n', start - 1) + 1, to: next < 0 ? text.length : next };
}

/** Characters of 2号 that fit on a line between the margins; a digit or a Latin letter takes half of one. */
const LINE = 20;

/**
 * Breaks a title into lines as official documents do: as few as it needs, about equally long, and never within a word.
 * Titles have no line breaks of their own.
 */
export function titleLines(title: string): string[] {
  const lines = Math.ceil(widthOf(title) / LINE);
  if (lines <= 1) return [title];
  const target = widthOf(title) / lines;
  const words = Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(title));
  const broken: string[] = [''];
  for (const { segment } of words) {
    const here = broken.at(-1)!;
    const over = widthOf(here + segment) - target;
    // The word goes to the next line when that leaves the smaller difference; 的 and marks never begin a line.
    const breaks = broken.length < lines && over > 0 && over > target - widthOf(here);
    if (breaks && !/^[的和与及、，）》”]/.test(segment)) broken.push(segment);
    else broken[broken.length - 1] = here + segment;
  }
  return broken;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.5 : 1), 0);
}

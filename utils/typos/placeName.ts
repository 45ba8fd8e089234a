/** What a division of the country is called; the name before it mostly has two characters. */
const DIVISION = /^\p{Script=Han}?[市县省州盟旗]/u;

/** True when `text[start … end - 1]` belongs to the name of a division (云河市): a place of another name is no slip of its look-alike. */
export function isPlaceName(text: string, { end }: { end: number }): boolean {
  return DIVISION.test(text.slice(end, end + 2));
}

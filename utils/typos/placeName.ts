/** What a division of the country is called; the name before it mostly has two characters. */
const DIVISION = /^\p{Script=Han}?[市县省州盟旗]/u;

/** What has a name that hardly anybody knows, unlike the divisions. */
const SMALL_PLACE = /^\p{Script=Han}?[河江湖山镇乡村]/u;

/** True when `text[start … end - 1]` belongs to the name of a division (云河市): a place of another name is no slip of its look-alike. */
export function isPlaceName(text: string, { end }: { end: number }): boolean {
  return DIVISION.test(text.slice(end, end + 2));
}

/** True when `text[… end - 1]` stands before what a river, a hill or a village is called (小潢河), a character between at most. */
export function isOfSmallPlace(text: string, { end }: { end: number }): boolean {
  return SMALL_PLACE.test(text.slice(end, end + 2));
}

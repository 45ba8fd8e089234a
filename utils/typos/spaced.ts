/** Blanks that keep two characters of a line apart: a wide one, or several. */
const BLANKS = String.raw`(?:[ \u00a0]*\u3000[ \u00a0\u3000]*|[ \u00a0]{2,})`;
const BEFORE = new RegExp(String.raw`\p{Script=Han}${BLANKS}$`, 'u');
const BEHIND = new RegExp(String.raw`^${BLANKS}\p{Script=Han}`, 'u');
/** Blanks that are looked at to either side. */
const FAR = 12;

/** True when blanks stand between `text[start … end - 1]` and the rest of its line: what is laid out so (审　　核：李　明　　制　　表) is no running text. */
export function isSpacedOut(text: string, { start, end }: { start: number; end: number }): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - FAR), start)) || BEHIND.test(text.slice(end, end + FAR));
}

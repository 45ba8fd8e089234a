import { toHalfWidth } from '../dates/normalize';

/** The name of a document or draft as a title quotes it. */
export interface DraftName {
  /** Words between 《 and 》. */
  text: string;
  /** The title was cut off inside the name (… or no closing mark). */
  cut: boolean;
}

/** Shortest cut name that still says which draft is meant; two drafts of one unit often share their first words. */
const MIN_CUT = 8;

const ELLIPSIS = /(?:…+|\.{2,}|。{2,})\s*$/;
/** Brackets at the end of a name that tell its stage, not its subject. */
const STAGE =
  /[(（【[](?:[^()（）【】[\]]{0,14}(?:征求意见|意见征求|草案|送审|讨论|审议|修订|修正|修改|试行|暂行|初稿|二稿|征集)[^()（）【】[\]]{0,8}|稿|代拟稿)[)）】\]]/g;
const STAGE_TAIL = /(?:公开)?(?:征求意见稿|征求意见|修订草案|草案|送审稿|讨论稿)$/;

/** Every 《…》 of a title, nested ones inside their outer name. A name without its end is cut. */
export function draftNames(title: string): DraftName[] {
  const names: DraftName[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < title.length; i++) {
    if (title[i] === '《' && depth++ === 0) start = i + 1;
    else if (title[i] === '》' && depth > 0 && --depth === 0) add(title.slice(start, i), false);
  }
  if (depth > 0) add(title.slice(start), true);
  return names;

  function add(words: string, open: boolean): void {
    const text = words.replace(ELLIPSIS, '').trim();
    if (text.length >= 2) names.push({ text, cut: open || ELLIPSIS.test(words) });
  }
}

/** A title with every 《…》 emptied, so that words inside names are not taken for words about them. */
export function withoutNames(title: string): string {
  let plain = '';
  let depth = 0;
  for (const c of title) {
    if (c === '《' && depth++ === 0) plain += '《》';
    else if (c === '》' && depth > 0) depth--;
    else if (depth === 0) plain += c;
  }
  return plain;
}

/** A name without its stage (征求意见稿, 草案, 试行 …), blanks and styles of punctuation: what stays the same from draft to result. */
export function plainName(name: string): string {
  return toHalfWidth(name)
    .replace(STAGE, '')
    .replace(/[\s"'“”‘’「」〈〉<>《》、,，.。·\-—–~～()（）]/g, '')
    .replace(STAGE_TAIL, '');
}

/** Whether two names mean the same draft: equal, or one cut off where the other goes on. */
export function sameDraft(a: DraftName, b: DraftName): boolean {
  const x = plainName(a.text);
  const y = plainName(b.text);
  if (x === '' || y === '') return false;
  if (x === y) return true;
  if (a.cut && !b.cut) return x.length >= MIN_CUT && y.startsWith(x);
  if (b.cut && !a.cut) return y.length >= MIN_CUT && x.startsWith(y);
  return a.cut && b.cut && Math.min(x.length, y.length) >= MIN_CUT && (x.startsWith(y) || y.startsWith(x));
}

import { say } from '../../words';
import type { Suggestion } from '../suggestion';
import { found } from './found';

const PAIRS: Record<string, string> = {
  '《': '》',
  '“': '”',
  '（': '）',
  '【': '】',
  '「': '」',
  '〔': '〕',
};
/** Headline brackets hold whole sentences, which lists and previews part: no more than a hint. */
const HEADLINE = /[【】]/;
const CLOSERS = new Set(Object.values(PAIRS));
const DOUBLED = /([，。、；：！？])\1+|[，、；：][。；：，、]|。[，、；]/g;
/** Enumerations such as `1）` and `一）` close a bracket that was never opened. */
const ENUMERATOR = /[0-9０-９一二三四五六七八九十A-Za-z①-⑳]$/;

/** A title or a preview that the site cut, as lists do: 关于印发《城镇排水管理办法实… What ends in a comma goes on elsewhere. */
const CUT = /…|[.．。]{3}|⋯|[，、,]$/;

/** Brackets and quotation marks without a partner in their paragraph, and punctuation marks typed twice. */
export function checkPunctuation(text: string): Suggestion[] {
  const result: Suggestion[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    for (const at of unpaired(paragraph)) {
      const place = start + at;
      const mark = paragraph[at]!;
      const level = HEADLINE.test(mark) ? 'hint' : 'likely';
      result.push(found(text, place, place + 1, '', 'punctuation', say('typos.why.unpaired', mark), level));
    }
    for (const match of paragraph.matchAll(DOUBLED)) {
      // Three of ！？。 are emphasis or an ellipsis, not a slip.
      if (match[0].length > 2 && /^[。！？]+$/.test(match[0])) continue;
      if (/^[！？]+$/.test(match[0])) continue;
      const place = start + match.index;
      const end = place + match[0].length;
      result.push(
        found(text, place, end, match[0][0]!, 'punctuation', say('typos.why.doubledMark', match[0])),
      );
    }
    start += paragraph.length + 1;
  }
  return result;
}

/**
 * True when the partner of a closing mark may stand in an earlier paragraph: at the very start or end (a note that was
 * broken into lines), after 〉 (the rest of a long title), a quotation mark that nothing opened before.
 */
function closesEarlier(marks: string, at: number): boolean {
  const before = marks.slice(0, at);
  if (at === 0 || /^[。；，]?$/u.test(marks.slice(at + 1))) return true;
  if (marks[at] === '）') return ENUMERATOR.test(before);
  if (marks[at] === '》') return before.split('〉').length > before.split('〈').length;
  if (marks[at] === '”') return !before.includes('“');
  return marks[at] === '」' && !before.includes('「');
}

function unpaired(paragraph: string): number[] {
  // Round brackets are paired whatever their width: （ ) is a matter of typesetting.
  const marks = paragraph.replaceAll('(', '（').replaceAll(')', '）');
  const open: number[] = [];
  const wrong: number[] = [];
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!;
    if (PAIRS[mark]) open.push(at);
    if (!CLOSERS.has(mark)) continue;
    const partner = open.findLastIndex((place) => PAIRS[marks[place]!] === mark);
    if (partner >= 0) wrong.push(...open.splice(partner).slice(1));
    else if (!closesEarlier(marks, at)) wrong.push(at);
  }
  // A quotation may run over several paragraphs: only the last one closes it. What a list cuts short has no end.
  const never = open.filter(
    (place) => marks[place] !== '“' && marks[place] !== '「' && !CUT.test(marks.slice(place)),
  );
  return [...wrong, ...never].sort((a, b) => a - b);
}

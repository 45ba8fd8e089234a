import { isHan } from './normalise';
import { isOfSmallPlace } from './placeName';
import type { Suggestion } from './suggestion';

/** Seen this often in a text, an odd spelling is meant (a name, a term of the trade); that of a river or a village is a name for sure. */
const OFTEN = 3;
const OFTEN_FOR_A_PLACE = 2;

const FIGURES = '一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬';

/**
 * True when a figure would take the place of another, which no text gives away (金陵十三钗), or of one in capitals, as receipts and
 * rulings have them (拘留伍日).
 */
export function isFigure({ wrong, right }: Pick<Suggestion, 'wrong' | 'right'>): boolean {
  const isOne = (text: string): boolean => text.length === 1 && FIGURES.includes(text);
  return isOne(wrong) && isOne(right);
}

/**
 * True when a spelling keeps coming back in a text: the same characters several times with the same neighbours, or beside one of them
 * without making a word with what would stand there (竞租人 … 竞租会议).
 */
export function keepsComing(
  { start, end, right }: Pick<Suggestion, 'start' | 'end' | 'right'>,
  text: string,
  isWord: (word: string) => boolean,
): boolean {
  const often = isOfSmallPlace(text, { end }) ? OFTEN_FOR_A_PLACE : OFTEN;
  const isOften = (from: number, to: number): boolean => text.split(text.slice(from, to)).length - 1 >= often;
  const from = Math.max(0, start - 1);
  const to = Math.min(text.length, end + 1);
  if (to - from > 2 && isOften(from, to)) return true;
  if (end - start !== 1 || right.length !== 1) return false;
  const [before, behind] = [text[start - 1] ?? '', text[end] ?? ''];
  return (
    (isHan(before) && isOften(start - 1, end) && !isWord(before + right)) ||
    (isHan(behind) && isOften(start, end + 1) && !isWord(right + behind))
  );
}

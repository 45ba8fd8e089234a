import { civil } from '../../dates/civil';
import { say } from '../../words';
import type { Suggestion } from '../suggestion';
import { found } from './found';

const WEEKDAYS = '日一二三四五六';
const DATE =
  /(?<![\d.])((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?(?:\s*[（(]?\s*(?:星期|周|礼拜)([一二三四五六日天]))?/g;
/** Years before this are history, whose calendar and weekdays are not checked. */
const FIRST_YEAR = 1949;
const MIXED_ZERO = /[一二][0-9０oO○零〇一二三四五六七八九]{3}年/g;

/** Days that do not exist, weekdays that do not fit their date, and years in mixed figures (二0二四年). */
export function checkDates(text: string): Suggestion[] {
  const result: Suggestion[] = [];
  for (const match of text.matchAll(DATE)) {
    const [whole, year, month, day, weekday] = match;
    const start = match.index;
    const end = start + whole.length;
    if (Number(year) < FIRST_YEAR) continue;
    const date = civil(Number(year), Number(month), Number(day ?? 1));
    if (!date) {
      result.push(found(text, start, end, '', 'date', say('typos.why.noSuchDay', whole)));
    } else if (weekday && day) {
      const right = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
      if (right !== weekday.replace('天', '日')) {
        const place = end - 1;
        result.push(
          found(
            text,
            place,
            end,
            right,
            'date',
            say('typos.why.weekday', `${year}年${month}月${day}日`, right),
          ),
        );
      }
    }
  }
  for (const match of text.matchAll(MIXED_ZERO)) {
    const [whole] = match;
    if (!/[0０oO○]/.test(whole)) continue;
    const right = whole.replace(/[0０oO○]/g, '〇');
    if (!/^[一二][〇零一二三四五六七八九]{3}年$/.test(right)) continue;
    result.push(
      found(text, match.index, match.index + whole.length, right, 'date', say('typos.why.mixedYear', right)),
    );
  }
  return result;
}

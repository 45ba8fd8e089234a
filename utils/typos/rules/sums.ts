import { say } from '../../words';
import type { Suggestion } from '../suggestion';
import { found } from './found';

const PERCENTAGES = /分别占[^。；\n]{0,12}?((?:\d+(?:\.\d+)?%[、和，,]?){2,})/g;
const SUM =
  /(?:共|共计|合计|总计)[^\d。；，\n]{0,8}(\d+)([个件名人家项条起次户所处宗])[^\d。；\n]{0,4}[，：,（(]其中[^\d。；\n]{0,10}((?:\d+\2[^\d。；\n]{0,12}[，、；]?){2,})/g;
/** Rounding may move a total of percentages by this much. */
const ROUNDING = 0.6;

/** Shares of one whole that do not make 100 %, and parts that make more than the total they are parts of. */
export function checkSums(text: string): Suggestion[] {
  const result: Suggestion[] = [];
  for (const match of text.matchAll(PERCENTAGES)) {
    const parts = match[1]!.match(/\d+(?:\.\d+)?/g)!.map(Number);
    const total = parts.reduce((sum, part) => sum + part, 0);
    if (total <= 100 + ROUNDING) continue;
    const start = match.index + match[0].indexOf(match[1]!);
    result.push(
      found(
        text,
        start,
        start + match[1]!.length,
        '',
        'sum',
        say('typos.why.percentages', round(total)),
        'likely',
      ),
    );
  }
  for (const match of text.matchAll(SUM)) {
    const total = Number(match[1]);
    const unit = match[2]!;
    const parts = [...match[3]!.matchAll(new RegExp(`(\\d+)${unit}`, 'g'))].map(([, part]) => Number(part));
    const sum = parts.reduce((all, part) => all + part, 0);
    if (sum <= total || parts.some((part) => part >= total)) continue;
    const end = match.index + match[0].length;
    result.push(found(text, match.index, end, '', 'sum', say('typos.why.sum', sum, total), 'likely'));
  }
  return result;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

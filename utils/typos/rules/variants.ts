import { say } from '../../words';
import type { Suggestion } from '../suggestion';
import { found } from './found';

/** Forms that 《通用规范汉字表》 (2013) does not know and that are easily taken for the standard one, with the latter. */
const STANDARD: Record<string, string> = Object.fromEntries(
  '囯国 徳德 髙高 増增 毎每 揺摇 倶俱 黒黑 歩步 渉涉 衞卫 劵券 産产 収收 悪恶 恵惠 剰剩 砕碎'
    .split(' ')
    .map(([variant, standard]) => [variant, standard]),
);
const VARIANT = new RegExp(`[${Object.keys(STANDARD).join('')}]`, 'g');
/** What only Japanese or traditional text has: such forms are right there. */
const OTHER_SCRIPT = /[\u3041-\u30ff國會這個們來時對發為學說過後開關無長門]/;

/** Characters of no standard form (髙, 徳): typed with a foreign keyboard or misread from paper. */
export function checkVariants(text: string): Suggestion[] {
  if (OTHER_SCRIPT.test(text)) return [];
  return Array.from(text.matchAll(VARIANT), ({ 0: variant, index }) => {
    const right = STANDARD[variant]!;
    return found(
      text,
      index,
      index + 1,
      right,
      'shape',
      say('typos.why.nonStandard', variant, right),
      'likely',
    );
  });
}

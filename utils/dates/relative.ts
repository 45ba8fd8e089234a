import type { CivilDate } from '../page/snapshot';
import { addDays } from './civil';
import { toHalfWidth } from './normalize';

const WORDS: Readonly<Record<string, number>> = { 刚刚: 0, 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2 };
const SAID = Object.keys(WORDS);
const RELATIVE =
  /(?:^|[·•|｜,，] ?)(?:(刚刚|今天|今日|昨天|昨日|前天)|(\d{1,3})\s?(秒|分钟|小时|天|日|周|个?星期)(?:之?前))(?:\s*\d{1,2}:\d{2})?$/;

/**
 * The day meant by 今天, 昨天 or 3天前, when `text` is nothing else or ends so (县融媒 · 昨天 17:40). It is only true at the moment of reading, so keep the
 * capture time with it. Hours and minutes count as the same day (they may have been yesterday: never exact near midnight).
 */
export function relativeDate(text: string, now: CivilDate): CivilDate | null {
  if (!SAID.some((word) => text.includes(word)) && !/\d.*前/.test(text)) return null;
  const m = RELATIVE.exec(toHalfWidth(text).trim());
  if (!m) return null;
  if (m[1]) return addDays(now, -WORDS[m[1]]!);
  const unit = m[3]!;
  const days = unit === '天' || unit === '日' ? 1 : unit === '周' || unit.includes('星期') ? 7 : 0;
  return addDays(now, -Number(m[2]) * days);
}

import { addDays, civil, dayOf, daysBetween } from '../dates/civil';
import type { CivilDate, Instant } from '../page/snapshot';
import { shownTime } from './shownTime';

/** A bare number up to this counts days back; a longer one is a date. */
const DAYS_AT_MOST = 3;

/**
 * The day that a reviewer means when copying an account's last update from a screen: a number of days back (`0`, `3`), a
 * date in any spelling (`20240415`, `0415`, `4.15`, `2024/4/15`), or the words as the app shows them (`昨天 10:00`,
 * `3天前`). Null when it is none of these or lies in the future.
 * @param readAt when it was typed: the words count from here.
 */
export function typedDay(words: string, readAt: Instant): CivilDate | null {
  const text = words.normalize('NFKC').trim();
  const today = dayOf(readAt);
  const day =
    daysBack(text, today) ??
    bareDate(text, today) ??
    shownTime(text.replace(/(?<=\d)[./](?=\d)/g, '-'), { readAt, clock: true })?.day ??
    null;
  return day !== null && day <= today ? day : null;
}

function daysBack(text: string, today: CivilDate): CivilDate | null {
  return /^\d+$/.test(text) && text.length <= DAYS_AT_MOST ? addDays(today, -Number(text)) : null;
}

/** `20240415`, or `0415` for the latest such day. */
function bareDate(text: string, today: CivilDate): CivilDate | null {
  const found = /^(\d{4})?(\d\d)(\d\d)$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  if (found[1]) return civil(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const days = [thisYear, thisYear - 1].map((one) => civil(one, month, day));
  return days.find((one) => one !== null && daysBetween(one, today) >= 0) ?? null;
}

import { dayOf } from '../dates/civil';
import type { CivilDate, Instant } from '../page/snapshot';
import type { PostTime } from './snapshot';

/** A time known to the second or minute. */
export function timeOfInstant(at: Instant): PostTime {
  const day = dayOf(at);
  return { day, earliest: day, latest: day, at, relative: false };
}

/** A time known to the day. */
export function timeOfDay(day: CivilDate): PostTime {
  return { day, earliest: day, latest: day, at: null, relative: false };
}

/** Unix seconds or milliseconds (they part at 1e12) as an instant; null when it is no time of this century. */
export function instantOfEpoch(value: string | number): Instant | null {
  const number = Number(value);
  const ms = number < 1e12 ? number * 1000 : number;
  return ms >= Date.UTC(2001, 0, 1) && ms < Date.UTC(2100, 0, 1) ? new Date(ms).toISOString() : null;
}

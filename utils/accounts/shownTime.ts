import { addDays, addMonths, civil, civilOfInstant, dayOf, daysBetween } from '../dates/civil';
import { findDates } from '../dates/grammar';
import type { CivilDate, Instant } from '../page/snapshot';
import type { PostTime } from './snapshot';
import { timeOfDay, timeOfInstant } from './times';

/** What a platform's own habit adds to the common forms, and what is known beside the text. */
export interface ShownTimeContext {
  /** The moment at which the text stood on the page: relative words count from here. */
  readAt: Instant;
  /** The post's time by its id: finds the year of a date without one. */
  near?: Instant | null;
  /** weibo.com writes 24-1-10 for 2024. */
  shortYear?: boolean;
  /** 贴吧 writes a bare 09:54 for today. */
  clock?: boolean;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Words around the time that do not change it. */
const BEFORE = /^(?:置顶|发布于|发表于|发布时间[:：]?|时间[:：])\s*/;
/** 来自X, a province, · 投稿了视频, 已编辑. */
const AFTER = /^(?:[\s·•|]*来自.*|[\s·•|]+[\p{Script=Han}]{2,12}|\s*[(（]?已编辑[)）]?)?$/u;
const TIME_OF_DAY = String.raw`(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?`;

const RELATIVE = /^(\d{1,4})\s?(秒钟?|分钟|小时|天|周|个月|月|年)前/;
const UNIT: Record<string, number> = {
  秒: MINUTE / 60,
  秒钟: MINUTE / 60,
  分钟: MINUTE,
  小时: 60 * MINUTE,
  天: DAY,
  周: 7 * DAY,
};
const DAY_WORD: Record<string, number> = { 今天: 0, 昨天: 1, 前天: 2 };
const NAMED_DAY = new RegExp(`^(今天|昨天|前天)${TIME_OF_DAY.replace(String.raw`\s+`, String.raw`\s*`)}`);
const CLOCK = /^(\d{1,2}):(\d\d)(?!\d|:)/;
const SHORT_YEAR = new RegExp(`^(\\d\\d)-(\\d{1,2})-(\\d{1,2})${TIME_OF_DAY}`);
const MONTH_DAY = new RegExp(`^(\\d{1,2})(?:-(\\d{1,2})|月(\\d{1,2})日)(?![\\d-])${TIME_OF_DAY}`);
const MONTH = /^((?:19|20)\d\d)(?:-(\d{1,2})|年(\d{1,2})月)(?![\d-])/;
/** `Tue Feb 23 12:28:47 +0800 2021`. */
const API_STAMP = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})/;

/**
 * The time that a post's time label shows, in the forms of the ten platforms; null when the text is not one such
 * label from end to end, or tells an edit or a reply (编辑于, 回复于) instead of the publication.
 */
export function shownTime(text: string, context: ShownTimeContext): PostTime | null {
  const label = text
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(BEFORE, '');
  if (label.length < 2 || label.length > 60) return null;
  for (const read of [
    relativeTime,
    namedDay,
    clockTime,
    fullDate,
    apiStamp,
    shortYear,
    monthDay,
    monthOnly,
  ]) {
    const found = read(label, context);
    if (found && AFTER.test(label.slice(found.length))) return found.time;
  }
  return null;
}

interface Found {
  time: PostTime;
  /** How much of the label it took. */
  length: number;
}

function relativeTime(label: string, { readAt }: ShownTimeContext): Found | null {
  const now = Date.parse(readAt);
  const today = civilOfInstant(now);
  const span = (from: number, to: number, length: number): Found => ({
    time: {
      day: civilOfInstant(to),
      earliest: civilOfInstant(from),
      latest: civilOfInstant(to),
      at: null,
      relative: true,
    },
    length,
  });
  if (label.startsWith('刚刚')) return span(now - MINUTE, now, 2);
  if (label.startsWith('半小时前')) return span(now - 60 * MINUTE, now - 30 * MINUTE, 4);
  const match = RELATIVE.exec(label);
  if (!match) return null;
  const count = Number(match[1]);
  const unit = UNIT[match[2]!];
  if (unit) return span(now - (count + 1) * unit, now - count * unit, match[0].length);
  const months = match[2] === '年' ? count * 12 : count;
  const oneMore = match[2] === '年' ? 12 : 1;
  // Platforms count months of 28 to 31 days, so the nearer end is the shortest count.
  const latest = addDays(today, -28 * months);
  const time = {
    day: addMonths(today, -months),
    earliest: addMonths(today, -months - oneMore),
    latest,
    at: null,
    relative: true,
  };
  return { time, length: match[0].length };
}

function namedDay(label: string, { readAt }: ShownTimeContext): Found | null {
  const match = NAMED_DAY.exec(label);
  if (!match) return null;
  const day = addDays(dayOf(readAt), -DAY_WORD[match[1]!]!);
  return dated(day, match, 2, true);
}

function clockTime(label: string, { readAt, clock }: ShownTimeContext): Found | null {
  const match = clock ? CLOCK.exec(label) : null;
  return match && dated(dayOf(readAt), match, 1, true);
}

function fullDate(label: string): Found | null {
  const [first] = findDates(label);
  if (first?.start !== 0 || first.form !== 'full' || first.date === null || first.range) return null;
  const at = first.time ? instantOf(first.date, first.time) : null;
  return { time: at ? timeOfInstant(at) : timeOfDay(first.date), length: first.end };
}

function apiStamp(label: string): Found | null {
  const match = API_STAMP.exec(label);
  if (!match) return null;
  const ms = Date.parse(`${match[1]} ${match[4]} ${match[2]} GMT${match[3]}`);
  return Number.isNaN(ms)
    ? null
    : { time: timeOfInstant(new Date(ms).toISOString()), length: match[0].length };
}

function shortYear(label: string, context: ShownTimeContext): Found | null {
  const match = context.shortYear ? SHORT_YEAR.exec(label) : null;
  if (!match) return null;
  const day = civil(2000 + Number(match[1]), Number(match[2]), Number(match[3]));
  return day ? dated(day, match, 4, false) : null;
}

function monthDay(label: string, context: ShownTimeContext): Found | null {
  const match = MONTH_DAY.exec(label);
  if (!match) return null;
  const day = dayWithoutYear(Number(match[1]), Number(match[2] ?? match[3]), context);
  return day ? dated(day, match, 4, false) : null;
}

/**
 * Platforms leave the year out for the current one only: the nearest such day that is not in the future (one day of
 * slack for clocks), or, when the id tells a time, the one nearest to it.
 */
function dayWithoutYear(month: number, day: number, { readAt, near }: ShownTimeContext): CivilDate | null {
  const anchor = dayOf(near ?? readAt);
  const year = Number(anchor.slice(0, 4));
  const days = [year - 1, year, year + 1].map((y) => civil(y, month, day)).filter((d) => d !== null);
  const possible = near ? days : days.filter((d) => daysBetween(anchor, d) <= 1);
  const distance = (d: CivilDate) => Math.abs(daysBetween(anchor, d));
  return possible.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function monthOnly(label: string): Found | null {
  const match = MONTH.exec(label);
  const earliest = match && civil(Number(match[1]), Number(match[2] ?? match[3]), 1);
  if (!match || !earliest) return null;
  const time = {
    day: null,
    earliest,
    latest: addDays(addMonths(earliest, 1), -1),
    at: null,
    relative: false,
  };
  return { time, length: match[0].length };
}

/** A day with the time of day that the match holds from group `hour` on, if any. */
function dated(day: CivilDate, match: RegExpExecArray, hour: number, relative: boolean): Found {
  const at = match[hour]
    ? instantOf(day, `${match[hour]}:${match[hour + 1]}:${match[hour + 2] ?? '00'}`)
    : null;
  return { time: { ...(at ? timeOfInstant(at) : timeOfDay(day)), relative }, length: match[0].length };
}

function instantOf(day: CivilDate, time: string): Instant | null {
  const ms = Date.parse(
    `${day}T${time.padStart(time.length + (time.indexOf(':') === 1 ? 1 : 0), '0')}+08:00`,
  );
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

import type { CivilDate } from '../page/snapshot';
import { civil, civilOfInstant } from './civil';
import { toHalfWidth } from './normalize';

/** How a date is written. */
export type DateForm = 'full' | 'numeral' | 'english' | 'shortYear' | 'monthDay';

/** One date written in a text. */
export interface DateMention {
  /** UTF-16 offsets into the text, the time of day included. */
  start: number;
  end: number;
  form: DateForm;
  /** Null for `monthDay`: the year is not written. */
  year: number | null;
  month: number;
  day: number;
  /** Null when the year is not written. */
  date: CivilDate | null;
  /** `HH:MM[:SS]` when written. */
  time?: string;
  /** First or last day of a written period (A至B): never the date of the text itself. */
  range?: 'start' | 'end';
}

/** The time of day right behind a date. A pattern of its own: inside those of the dates it would be compiled with each of them. */
const TIME =
  /(?:[ \tT\n]{0,3}-?[ \t]{0,2}([01]?\d|2[0-4])(?: ?[:] ?|[时点])([0-5]\d)(?: ?[:分] ?([0-5]\d))?[分秒]?(?:\.\d{1,6})?(Z|[+-]\d\d:?\d\d)?(?!\d))/y;
const Y = String.raw`((?:19|20)\d\d)`;
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const NUMERAL_YEAR = '[一二][〇○零OoО0一二三四五六七八九◯]{3}';

const SEPARATED = new RegExp(
  String.raw`(?<!\d|\d[./:]|[vV])${Y} ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?:(?!\d|[-/.]\d{1,3}(?![\d:]))|(?<=\d\d)(?=[012]?\d:[0-5]\d))`,
  'g',
);
const HAN = new RegExp(
  String.raw`(?<!\d)${Y}\s{0,4}年\s{0,4}(\d{1,2})\s{0,4}月\s{0,4}(\d{1,2})\s{0,4}[日号]`,
  'g',
);
const NUMERAL = new RegExp(
  String.raw`(${NUMERAL_YEAR})\s{0,3}年\s{0,3}([一二三四五六七八九十]{1,2})\s{0,3}月\s{0,3}([一二三四五六七八九十廿卅]{1,3})\s{0,3}日`,
  'g',
);
const ENGLISH = new RegExp(
  String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? +)?(?:(${MONTHS})[a-z]*\.? +(\d{1,2})|(\d{1,2}) +(${MONTHS})[a-z]*)(?:st|nd|rd|th)?,? +(?:(\d\d:\d\d(?::\d\d)?) +(?:CST|GMT\+0?8(?::?00)?|UTC\+8)? *)?((?:19|20)\d\d)(?:,? +(\d\d:\d\d(?::\d\d)?))?`,
  'g',
);
const SHORT_YEAR = /(?<![\d.\-/]|\d:)(\d\d)([-/.])(\d\d)\2(\d\d)(?![\d:]|[.\-/]\d)/g;
const MONTH_DAY =
  /(?<![\d.年月〔第-]|\d[-/:]|[年第-] )(?:(\d{1,2}) ?月 ?(\d{1,2}) ?日|(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:(?![\d:%年月日号时点元岁至页-]|[./]\d| [页/])|(?=[012]\d:[0-5]\d)))(?: *([01]\d|2[0-3]):([0-5]\d)(?!\d))?/g;

/** Calendars that are not ours; the date after them means another day. */
const OTHER_CALENDARS = ['农历', '阴历', '旧历', '民国', '昭和', '大正', '明治', '平成', '令和'];
/** What a joint begins with. */
const JOINT_SIGNS = '（含）起至到—–-~～';
const PERIOD_JOINT = /^\s*(?:（?含?）?|起)?\s*(?:至|到|—{1,2}|–|-{1,2}|~|～)\s*/;

/** What must stand in a text for one of the rarer forms to be worth looking for: asking costs less than compiling its pattern. */
const MAYBE_NUMERAL = /[一二三四五六七八九十]\s{0,3}月/;
const MAYBE_ENGLISH = /[JFMASOND][aepuco][nbrylgptvc]/;

/** Every date in `text`, in order, none overlapping. Periods are marked, refused forms left out. */
export function findDates(text: string): DateMention[] {
  if (!/[\d年０-９]/.test(text)) return [];
  const plain = toHalfWidth(text);
  const found: DateMention[] = [];
  const taken = (start: number, end: number) => found.some((m) => start < m.end && m.start < end);
  const add = (
    start: number,
    quote: string,
    form: DateForm,
    year: number | null,
    month: number,
    day: number,
    rest: Partial<DateMention> = {},
  ) => {
    const end = start + quote.trimEnd().length;
    const date = year === null ? null : civil(year, month, day);
    if (year === null ? civil(2024, month, day) === null : date === null) return;
    const before = plain.slice(Math.max(0, start - 6), start).trimEnd();
    if (taken(start, end) || OTHER_CALENDARS.some((calendar) => before.endsWith(calendar))) return;
    found.push({ start, end, form, year, month, day, date, ...rest });
  };
  const addFull = (start: number, quote: string, year?: string, month?: string, day?: string) => {
    TIME.lastIndex = start + quote.length;
    const time = /\d/.test(plain.slice(TIME.lastIndex, TIME.lastIndex + 7)) ? TIME.exec(plain) : null;
    const moment = time ? inShanghai(year, month, day, time[1], time[2], time[3], time[4]) : {};
    add(start, quote + (time?.[0] ?? ''), 'full', Number(year), Number(month), Number(day), moment);
  };
  for (const m of plain.matchAll(SEPARATED)) addFull(m.index, m[0], m[1], m[3], m[4]);
  if (plain.includes('年')) {
    for (const m of plain.matchAll(HAN)) addFull(m.index, m[0], m[1], m[2], m[3]);
    if (MAYBE_NUMERAL.test(plain)) {
      for (const m of plain.matchAll(NUMERAL)) {
        add(m.index, m[0], 'numeral', numeralYear(m[1]!), numeral(m[2]!), numeral(m[3]!));
      }
    }
  }
  if (MAYBE_ENGLISH.test(plain)) {
    for (const m of plain.matchAll(ENGLISH)) {
      const month = MONTHS.split('|').indexOf((m[1] ?? m[4])!) + 1;
      add(m.index, m[0], 'english', Number(m[6]), month, Number(m[2] ?? m[3]), timed(m[5] ?? m[7]));
    }
  }
  for (const m of plain.matchAll(SHORT_YEAR)) {
    add(m.index, m[0], 'shortYear', 2000 + Number(m[1]), Number(m[3]), Number(m[4]));
  }
  for (const m of plain.matchAll(MONTH_DAY)) {
    add(
      m.index,
      m[0],
      'monthDay',
      null,
      Number(m[1] ?? m[3]),
      Number(m[2] ?? m[4]),
      timed(m[5] && `${m[5]}:${m[6]}`),
    );
  }
  found.sort((a, b) => a.start - b.start);
  markPeriods(plain, found);
  return found;
}

function timed(time: string | undefined): Partial<DateMention> {
  return time ? { time } : {};
}

/** The time of day; a written offset other than +08:00 moves the day to Asia/Shanghai. */
function inShanghai(
  year?: string,
  month?: string,
  day?: string,
  hour?: string,
  minute?: string,
  second?: string,
  offset?: string,
): Partial<DateMention> {
  if (hour === undefined || minute === undefined) return {};
  const time = `${hour.padStart(2, '0')}:${minute}${second ? `:${second}` : ''}`;
  if (!offset || /^\+08:?00$/.test(offset)) return { time };
  const utc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  );
  const sign = offset[0] === '-' ? -1 : 1;
  const shift =
    offset === 'Z' ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))) * 60_000;
  const moved = civilOfInstant(utc - shift);
  const [y, m, d] = moved.split('-').map(Number);
  return {
    date: moved,
    year: y!,
    month: m!,
    day: d!,
    time: new Date(utc - shift + 8 * 3_600_000).toISOString().slice(11, 16),
  };
}

const DIGITS = '〇一二三四五六七八九';

function numeralYear(text: string): number {
  let year = 0;
  for (const c of text) year = year * 10 + Math.max(0, DIGITS.indexOf(c));
  return year;
}

/** 一 … 三十一, also 廿 and 卅. */
function numeral(text: string): number {
  const plain = text.replace('廿', '二十').replace('卅', '三十');
  const ten = plain.indexOf('十');
  if (ten < 0) return plain.length === 1 ? DIGITS.indexOf(plain) : 0;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain[ten - 1]!);
  return tens * 10 + (ten + 1 < plain.length ? DIGITS.indexOf(plain[ten + 1]!) : 0);
}

/** A至B, A—B, also `4月24日至25日`, where the second half is no date of its own. */
function markPeriods(plain: string, found: DateMention[]): void {
  for (const [i, mention] of found.entries()) {
    const behind = plain.slice(mention.end, mention.end + 12);
    const joint = JOINT_SIGNS.includes(behind.trimStart()[0] ?? ' ') ? PERIOD_JOINT.exec(behind) : null;
    if (!joint) continue;
    const after = mention.end + joint[0].length;
    const next = found[i + 1];
    if (next && next.start >= after && next.start <= after + 2) {
      mention.range = 'start';
      next.range = 'end';
    } else if (/^\d{1,2}\s?[日号月]|^\d{4}\s?年|^(?:今|现在|长期)/.test(plain.slice(after, after + 6))) {
      mention.range = 'start';
    }
  }
}

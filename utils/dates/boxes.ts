import { civil } from './civil';
import type { DateMention } from './grammar';
import { toHalfWidth } from './normalize';

type Parts = Pick<DateMention, 'year' | 'month' | 'day' | 'date'>;

const Y = String.raw`((?:19|20)\d\d)`;
const M = '(1[0-2]|0?[1-9])';
const D = String.raw`(3[01]|[12]\d|0?[1-9])`;
const GAP = String.raw`[\s/|·-]*`;
const YM = `${Y}(?:\\s?[-./年]\\s?)${M}\\s?月?`;

/** The ways in which a box splits a date over several leaves, with the places of year, month and day among the groups. */
const SHAPES: readonly (readonly [RegExp, number | null, number, number])[] = [
  [new RegExp(`^${D}\\s?日?${GAP}${YM}$`), 2, 3, 1],
  [new RegExp(`^${YM}${GAP}${D}\\s?日?$`), 1, 2, 3],
  [new RegExp(`^${Y}\\s?年?${GAP}(0[1-9]|1[0-2])[-./月]?${GAP}${D}\\s?日?$`), 1, 2, 3],
  [new RegExp(`^${M}\\s?[-./月]\\s?${D}\\s?日?${GAP}${Y}\\s?年?$`), 3, 1, 2],
  [new RegExp(`^${Y}(0[1-9]|1[0-2])${GAP}${D}$`), 1, 2, 3],
  [new RegExp(`^${D}\\s?日?${GAP}${Y}(0[1-9]|1[0-2])$`), 2, 3, 1],
  [/^(3[01]|[12]\d|0?[1-9])\s?日?\s+(1[0-2]|0?[1-9])\s?月$/, null, 2, 1],
  [/^(1[0-2]|0?[1-9])\s?月\s+(3[01]|[12]\d|0?[1-9])\s?日?$/, null, 1, 2],
];
/** All that the shapes are made of: other boxes are not worth trying each of them. */
const NUMBERS = /^\d[\d\s年月日/|·.-]+$/;
const ENGLISH_MONTH =
  /^(\d{1,2})?\s*(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s*(\d{1,2})?,?\s*((?:19|20)\d\d)?$/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The date of a box whose leaves hold its parts (`24` over `2024-04`), from the leaves' texts joined with blanks;
 * null when the leaves are not exactly one date.
 */
export function dateOfLeaves(joined: string): Parts | null {
  const text = toHalfWidth(joined)
    .replace(/\s+/g, ' ')
    .replace(/^[[(（【\s]+|[\])）】\s]+$/g, '');
  if (text.length < 4 || text.length > 16) return null;
  if (NUMBERS.test(text)) return ofNumbers(text);
  const english = /[a-z]/i.test(text) ? ENGLISH_MONTH.exec(text) : null;
  if (!english || !(english[1] ?? english[3])) return null;
  const month = MONTHS.indexOf(english[2]!.toLowerCase().slice(0, 3)) + 1;
  return parts(english[4] ? Number(english[4]) : null, month, Number(english[1] ?? english[3]));
}

function ofNumbers(text: string): Parts | null {
  for (const [shape, year, month, day] of SHAPES) {
    const m = shape.exec(text);
    if (m) return parts(year === null ? null : Number(m[year]), Number(m[month]), Number(m[day]));
  }
  return null;
}

function parts(year: number | null, month: number, day: number): Parts | null {
  const date = civil(year ?? 2024, month, day);
  return date === null ? null : { year, month, day, date: year === null ? null : date };
}

import { type Folded, headsOf, valueIn } from '../findings/fold';
import { millisOf } from '../findings/hlc';
import type { Json } from '../findings/json';
import type { CivilDate, Instant } from '../page/snapshot';
import { type Sentence, say } from '../words';
import { asNumber, asRecord, asText } from './values';

/** 每日签收: what a reviewer signs for a day of reading. */
export interface SignOff {
  day: CivilDate;
  author: string;
  at: Instant;
  pages: number;
  seconds: number;
  /** Pages seen to their end. */
  toEnd: number;
  /** Problems recorded on that day. */
  findings: number;
  note: string;
}

const FIELD = 'signOff/';

/** The field that keeps what one reviewer signed for one day; one field each, so that two reviewers never conflict. */
export function signOffField(day: CivilDate, reviewer: string): string {
  return `${FIELD}${day}/${reviewer}`;
}

/** The values that sign a day. */
export function signOffValue(signed: Omit<SignOff, 'day' | 'author' | 'at'>): Json {
  const { pages, seconds, toEnd, findings, note } = signed;
  return { pages, seconds, toEnd, findings, note };
}

/** What was signed in a campaign, newest day first; author and time come from the entries. */
export function signOffsOf(folded: Folded): SignOff[] {
  return Object.keys(folded.fields)
    .filter((field) => field.startsWith(FIELD))
    .flatMap((field) => {
      const value = asRecord(valueIn(folded, field));
      const [head] = headsOf(folded, field);
      if (!value || !head) return [];
      const number = (key: string) => asNumber(value[key]) ?? 0;
      return [
        {
          day: field.slice(FIELD.length, FIELD.length + 10),
          author: head.entry.author,
          at: new Date(millisOf(head.entry.hlc)).toISOString(),
          pages: number('pages'),
          seconds: number('seconds'),
          toEnd: number('toEnd'),
          findings: number('findings'),
          note: asText(value.note),
        },
      ];
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.author < b.author ? -1 : 1));
}

/** The line of a day: who read how much for how long, and what was found. */
export function signOffLine(signed: Omit<SignOff, 'at'>): Sentence {
  const { day, author, pages, seconds, toEnd, findings, note } = signed;
  const minutes = Math.max(1, Math.round(seconds / 60));
  return note
    ? say('reading.lineNoted', day, author, pages, minutes, toEnd, findings, note)
    : say('reading.line', day, author, pages, minutes, toEnd, findings);
}

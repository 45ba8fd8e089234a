import type { LabelRole } from '../dates/labels';
import { dateInUrl, snowflakeDate } from '../dates/url';
import { generatedDate, metaDate } from './dateMetas';
import type { PageMention } from './mentions';
import { metaContent } from './metas';
import type { Meta, OtherDate } from './snapshot';
import type { PageText } from './text';
import { placeOf } from './text';

const ROLES: Partial<Record<LabelRole, OtherDate['role']>> = {
  written: 'written',
  printed: 'printed',
  effective: 'effective',
  expires: 'expires',
  closes: 'closes',
  generated: 'generated',
  updated: 'updated',
};

/** The page's other dates, by what their labels say, and those of its URL and metas. */
export function readOtherDates(
  text: PageText,
  mentions: readonly PageMention[],
  metas: readonly Meta[],
  url: string,
): OtherDate[] {
  const dates: OtherDate[] = [];
  for (const m of mentions) {
    const role = m.label && ROLES[m.label.role];
    if (role && m.date)
      dates.push({
        role,
        date: m.date,
        quote: text.all.slice(m.start, m.end),
        place: placeOf(text, m.start, m.end),
      });
  }
  const add = (role: OtherDate['role'], date: string | null, quote: string) => {
    if (date) dates.push({ role, date, quote, place: null });
  };
  const pubDate = metaContent(metas, 'PubDate');
  if (pubDate) add('meta', metaDate(pubDate), pubDate);
  add('generated', generatedDate(metas), '');
  add('url', dateInUrl(url), url);
  add('snowflake', snowflakeDate(url), url);
  return dates;
}

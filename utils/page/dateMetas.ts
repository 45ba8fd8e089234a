import type { DateMention } from '../dates/grammar';
import { findDates } from '../dates/grammar';
import { metaContent } from './metas';
import type { Meta, PublishedDate } from './snapshot';

/** Metas that hold a publication date, most trusted first. */
const DATE_METAS = [
  'PubDate',
  'firstpublishedtime',
  'publishdate',
  'publish_time',
  'article:published_time',
  'datePublished',
];

/** The publication date that the page's metas tell, when it is not the moment at which the file was written. */
export function fromMeta(metas: readonly Meta[]): PublishedDate | null {
  const generated = generatedDate(metas);
  for (const name of DATE_METAS) {
    const content = metaContent(metas, name);
    const date = content && metaDate(content);
    if (date && date !== generated)
      return { date, source: 'meta', confidence: 'medium', quote: content, place: null };
  }
  return null;
}

/** The whole date of a labelled day without a year (发布时间：04-24), from any meta that names the same day. */
export function yearFromMetas(
  metas: readonly Meta[],
  { month, day }: Pick<DateMention, 'month' | 'day'>,
): string | null {
  for (const { content } of metas) {
    const found =
      content.length < 40
        ? findDates(content).find((m) => m.month === month && m.day === day && m.date)
        : null;
    if (found) return found.date;
  }
  return null;
}

/** A date in a meta; there, and in URLs, `20240424` counts too. */
export function metaDate(content: string): string | null {
  const compact = /^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?\s*$/.exec(content);
  return findDates(compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : content)[0]?.date ?? null;
}

/** The day on which the CMS wrote the file, when the page says so. */
export function generatedDate(metas: readonly Meta[]): string | null {
  for (const meta of metas) {
    const name = meta.name.toLowerCase();
    if (/maketime|generat/.test(name) || (name === 'others' && meta.content.includes('生成'))) {
      const date = metaDate(meta.content.replace(/^\D+/, ''));
      if (date) return date;
    }
  }
  return null;
}

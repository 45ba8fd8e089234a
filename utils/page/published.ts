import { findDates } from '../dates/grammar';
import { TITLE_BLOCK_WORDS } from '../dates/labels';
import { dateInUrl, snowflakeDate } from '../dates/url';
import type { PageMention } from './mentions';
import { metaContent } from './metas';
import type { Meta, OtherDate, PublishedDate } from './snapshot';
import type { PageText } from './text';
import { placeOf } from './text';

interface Headline {
  start: number;
  end: number;
}

/** Everything that speaks about the page's own date, most trusted first. */
export function readPublished(
  text: PageText,
  mentions: readonly PageMention[],
  inRows: ReadonlySet<PageMention>,
  headline: Headline | null,
  metas: readonly Meta[],
): PublishedDate | null {
  const free = mentions.filter((m) => !inRows.has(m) && m.box.zone !== 'footer' && m.range === undefined);
  const labelled = free.filter((m) => m.label?.role === 'publish' && m.date);
  const first = nearestTo(labelled, headline);
  if (first) return shown(text, first, 'label', 'high');
  const titled = free.find(
    (m) =>
      m.date &&
      (m.form === 'full' || m.form === 'english') &&
      (!m.label || m.label.role === 'plain') &&
      inTitleBlock(text, m, headline),
  );
  if (titled) return shown(text, titled, 'titleBlock', 'high');
  const weak = free.find((m) => m.date && (m.label?.role === 'weak' || m.label?.role === 'updated'));
  if (weak) return shown(text, weak, 'headerTable', 'medium');
  return headline ? fromMeta(metas) : null;
}

function nearestTo(mentions: readonly PageMention[], headline: Headline | null): PageMention | null {
  if (!headline) return mentions[0] ?? null;
  return mentions.find((m) => m.start >= headline.start) ?? mentions[0] ?? null;
}

/** Between the headline and the text: within a few lines, or beside 来源, 浏览 and their like. */
function inTitleBlock(text: PageText, mention: PageMention, headline: Headline | null): boolean {
  const lineStart = text.all.lastIndexOf('\n', mention.start) + 1;
  const lineEnd = text.all.indexOf('\n', mention.end);
  const line = text.all.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const near = headline !== null && mention.start >= headline.end && mention.start - headline.end < 200;
  if (line.length > 150) return false;
  if (TITLE_BLOCK_WORDS.test(line)) return near || headline === null || mention.start > headline.start;
  return near && line.trim().length - (mention.end - mention.start) < 12;
}

function shown(
  text: PageText,
  mention: PageMention,
  source: PublishedDate['source'],
  confidence: PublishedDate['confidence'],
): PublishedDate {
  return {
    date: mention.date!,
    ...(mention.time ? { time: mention.time } : {}),
    source,
    confidence,
    quote: text.all.slice(mention.start, mention.end),
    place: placeOf(text, mention.start, mention.end),
  };
}

/** The PubDate meta, unless it is the moment at which the CMS wrote the page (it then says nothing about the text). */
function fromMeta(metas: readonly Meta[]): PublishedDate | null {
  const content = metaContent(metas, 'PubDate');
  const date = content && findDates(content)[0]?.date;
  if (!date || date === generatedDate(metas)) return null;
  return { date, source: 'meta', confidence: 'medium', quote: content, place: null };
}

function generatedDate(metas: readonly Meta[]): string | null {
  for (const meta of metas) {
    if (
      /maketime|generat/i.test(meta.name) ||
      (meta.name.toLowerCase() === 'others' && meta.content.includes('生成'))
    ) {
      const date = findDates(meta.content)[0]?.date;
      if (date) return date;
    }
  }
  return null;
}

const ROLES: Partial<Record<string, OtherDate['role']>> = {
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
  const content = metaContent(metas, 'PubDate');
  const add = (role: OtherDate['role'], date: string | null | undefined, quote: string) => {
    if (date) dates.push({ role, date, quote, place: null });
  };
  if (content) add('meta', findDates(content)[0]?.date, content);
  add('generated', generatedDate(metas), '');
  add('url', dateInUrl(url), url);
  add('snowflake', snowflakeDate(url), url);
  return dates;
}

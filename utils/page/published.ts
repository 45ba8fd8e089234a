import { findDates } from '../dates/grammar';
import type { LabelRole } from '../dates/labels';
import { TITLE_BLOCK_WORDS } from '../dates/labels';
import type { Headline } from './headline';
import { headlineBefore } from './headline';
import type { PageMention } from './mentions';
import { metaContent } from './metas';
import type { Confidence, DateSource, Meta, PublishedDate } from './snapshot';
import type { PageText } from './text';
import { placeOf } from './text';

/** The words between the headline and the text are rarely longer than this. */
const TITLE_BLOCK = 260;
/** Header tables reach this far. */
const FAR = 900;

/**
 * The page's own publication date, or null when it shows none. In order of trust: a date labelled 发布 · one labelled
 * 时间 or standing with 来源 and 浏览 under the headline · 发文日期 or 更新时间 of a header table · the PubDate meta when it is not
 * the moment at which the CMS wrote the file · a bare date right under the headline · the answer to a letter.
 *
 * @param inRows dates of list rows, which belong to other pages.
 * @param isArticle false on columns and home pages, where only a date that is labelled as the page's own counts.
 * @param isLetter the page is about letters and their answers: the last date of the exchange is then its own.
 */
export function readPublished(
  text: PageText,
  mentions: readonly PageMention[],
  inRows: ReadonlySet<PageMention>,
  headlines: readonly Headline[],
  metas: readonly Meta[],
  { isArticle, isLetter }: { isArticle: boolean; isLetter: boolean },
): PublishedDate | null {
  const end = footerStart(text, headlines);
  const free = mentions.filter(
    (m) =>
      m.date &&
      m.form !== 'numeral' &&
      !m.range &&
      m.start < end &&
      !inRows.has(m) &&
      !isClock(text, m, headlines),
  );
  const labelled = (role: LabelRole) =>
    free.filter((m) => m.label?.role === role && (role === 'publish' || m.box.zone !== 'footer'));
  const publish = nearest(labelled('publish'), headlines);
  if (publish && !isFar(publish, headlines)) return shown(text, publish, 'label', 'high');
  const plain = free.filter((m) => (m.form === 'full' || m.form === 'english') && m.box.zone !== 'footer');
  const titled = plain.find(
    (m) => (!m.label || m.label.role === 'plain') && standsInTitleBlock(text, m, headlines),
  );
  if (titled) return shown(text, titled, titled.label ? 'label' : 'titleBlock', 'high');
  if (!isArticle) return isLetter ? fromLetter() : null;
  const near = (role: LabelRole) =>
    nearest(
      labelled(role).filter((m) => !isFar(m, headlines)),
      headlines,
    );
  const weak = near('weak') ?? near('updated');
  if (weak) return shown(text, weak, 'headerTable', 'medium');
  const dated = near('plain');
  if (dated && followsHeadline(text, dated, headlines)) return shown(text, dated, 'label', 'medium');
  if (publish) return shown(text, publish, 'label', 'medium');
  const yearless = mentions.find(
    (m) => m.form === 'monthDay' && m.label?.role === 'publish' && !inRows.has(m),
  );
  const year = yearless && yearFromMetas(metas, yearless);
  if (yearless && year) return shown(text, { ...yearless, date: year }, 'label', 'medium');
  const meta = headlines.length > 0 || metaContent(metas, 'ArticleTitle') ? fromMeta(metas) : null;
  if (meta) return meta;
  const bare = plain.find((m) => !m.label && followsHeadline(text, m, headlines));
  if (bare) return shown(text, bare, 'titleBlock', 'medium');
  const first = plain[0];
  if (first?.time && !first.label && besides(text, first).length < 40) {
    return shown(text, first, 'titleBlock', 'medium');
  }
  return isLetter ? fromLetter() : null;

  function fromLetter(): PublishedDate | null {
    const answered = labelled('mailbox').at(-1) ?? labelled('plain')[0];
    return answered ? shown(text, answered, 'headerTable', 'low') : null;
  }
}

const FOOTER_WORDS = /版权所有|ICP备|ICP证|网站标识码|主办单位[:：]|承办单位[:：]|Copyright/gi;

/** Where the footer begins, by its words: nothing behind it dates the page. */
function footerStart(text: PageText, headlines: readonly Headline[]): number {
  FOOTER_WORDS.lastIndex = headlines[0]?.end ?? Math.floor(text.all.length / 2);
  return FOOTER_WORDS.exec(text.all)?.index ?? Number.POSITIVE_INFINITY;
}

/** Deep in the text or below it, where comments and side boxes date themselves. */
function isFar(m: PageMention, headlines: readonly Headline[]): boolean {
  const headline = headlineBefore(headlines, m.start);
  return headline !== null && m.start - headline.end > FAR;
}

/** The first after the headline, else the last one before it (header tables stand above the headline on some sites). */
function nearest(mentions: readonly PageMention[], headlines: readonly Headline[]): PageMention | null {
  const headline = headlines[0];
  if (!headline) return mentions[0] ?? null;
  return mentions.find((m) => m.start >= headline.start) ?? mentions.at(-1) ?? null;
}

/** The header's clock (2024年4月24日 星期三), and the moment at which the file was written. */
function isClock(text: PageText, m: PageMention, headlines: readonly Headline[]): boolean {
  if (m.label?.role === 'generated') return true;
  if (m.label || (headlines[0] && m.start >= headlines[0].start)) return false;
  return /^[\s,，]{0,3}(?:星期|周)[一二三四五六日天]/.test(text.all.slice(m.end, m.end + 8));
}

/** Beside 来源, 浏览 and their like in its line or the lines around, or with a time of day right under the headline. */
function standsInTitleBlock(text: PageText, m: PageMention, headlines: readonly Headline[]): boolean {
  const headline = headlineBefore(headlines, m.start);
  const distance = headline ? Math.max(headline.start - m.start, m.start - headline.end) : 0;
  const { line, before, after } = linesAround(text, m);
  if (distance > 2 * TITLE_BLOCK || line.length > 160) return false;
  const words = besides(text, m);
  if (TITLE_BLOCK_WORDS.test(words)) return true;
  const rest = words.length;
  if (rest >= 40 || distance > TITLE_BLOCK) return false;
  if (rest < 12 && [before, after].some((l) => l.length < 60 && TITLE_BLOCK_WORDS.test(l))) return true;
  return m.time !== undefined && headline !== null && m.start > headline.start;
}

/** What its line says besides the date. */
function besides(text: PageText, m: PageMention): string {
  return linesAround(text, m).line.replace(text.all.slice(m.start, m.end), '').trim();
}

/**
 * Alone in the line right under the headline, right above it or at its end, outside the text itself (there it dates the
 * document, not the page).
 */
function followsHeadline(text: PageText, m: PageMention, headlines: readonly Headline[]): boolean {
  const headline = headlineBefore(headlines, m.start);
  if (!headline) return false;
  if (m.start > headline.start && m.end <= headline.end) return true;
  const quote = text.all.slice(m.start, m.end);
  const words = besides(text, m).replace(/[\s()（）[\]【】]|(?:时间|日期)[:：]/g, '');
  if (words.length > 2) return false;
  if (m.end <= headline.start)
    return !quote.includes('年') && text.all.slice(m.end, headline.start).trim().length < 3;
  const between = text.all.slice(headline.end, m.start).trim();
  if (m.label) return between.length < 60;
  if (insideText(m, headline) || (quote.includes('年') && /[（(]\s*$/.test(between))) return false;
  // 2024年4月18日 may date the document; 2024-04-18 is what systems write, also below a subtitle.
  return between.length < (quote.includes('年') ? 4 : 60);
}

/** A paragraph among the long paragraphs of a box that the headline stands outside of. */
function insideText(m: PageMention, headline: Headline): boolean {
  for (let box: PageMention['box'] | null = m.box, i = 0; box && i < 4; box = box.parent, i++) {
    if (box.tag !== 'p') continue;
    const around = box.parent;
    return around !== null && around.start > headline.start && around.end - around.start > 300;
  }
  return false;
}

/** A line longer than this (a menu for sharing, say) counts only as far as it stands around the date. */
const WINDOW = 60;

function linesAround(text: PageText, m: PageMention): { line: string; before: string; after: string } {
  const start = text.all.lastIndexOf('\n', m.start - 1) + 1;
  const end = indexOrEnd(text.all, m.end);
  const before = text.all.slice(text.all.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  const after = text.all.slice(end + 1, indexOrEnd(text.all, end + 1));
  const isProse = /[。；！？]/.test(text.all.slice(start, end));
  const line = isProse
    ? text.all.slice(start, end)
    : text.all.slice(Math.max(start, m.start - WINDOW), Math.min(end, m.end + WINDOW));
  return { line, before, after };
}

function indexOrEnd(all: string, from: number): number {
  const at = all.indexOf('\n', from);
  return at < 0 ? all.length : at;
}

function shown(text: PageText, m: PageMention, source: DateSource, confidence: Confidence): PublishedDate {
  return {
    date: m.date!,
    ...(m.time ? { time: m.time } : {}),
    source,
    confidence,
    quote: text.all.slice(m.start, m.end),
    place: placeOf(text, m.start, m.end),
  };
}

/** Metas that hold a publication date, most trusted first. */
const DATE_METAS = [
  'PubDate',
  'firstpublishedtime',
  'publishdate',
  'publish_time',
  'article:published_time',
  'datePublished',
];

function fromMeta(metas: readonly Meta[]): PublishedDate | null {
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
function yearFromMetas(metas: readonly Meta[], { month, day }: PageMention): string | null {
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

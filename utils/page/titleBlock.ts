import { TITLE_BLOCK_WORDS } from '../dates/labels';
import type { Headline } from './headline';
import { headlineBefore } from './headline';
import { isOwnLeaf } from './lists/rows';
import type { PageMention } from './mentions';
import type { CivilDate } from './snapshot';
import type { PageText } from './text';

/** The words between the headline and the text are rarely longer than this. */
const TITLE_BLOCK = 260;
/** Header tables reach this far. */
const FAR = 900;

const FOOTER_WORDS = /版权所有|ICP备|ICP证|网站标识码|主办单位[:：]|承办单位[:：]|Copyright/gi;

/** Where the footer begins, by its words: nothing behind it dates the page. */
export function footerStart(text: PageText, headlines: readonly Headline[]): number {
  FOOTER_WORDS.lastIndex = headlines[0]?.end ?? Math.floor(text.all.length / 2);
  return FOOTER_WORDS.exec(text.all)?.index ?? Number.POSITIVE_INFINITY;
}

/** Deep in the text or below it, where comments and side boxes date themselves. */
export function isFar(m: PageMention, headlines: readonly Headline[]): boolean {
  const headline = headlineBefore(headlines, m.start);
  return headline !== null && m.start - headline.end > FAR;
}

/** The first after the headline, else the last one before it (header tables stand above the headline on some sites). */
export function nearest(
  mentions: readonly PageMention[],
  headlines: readonly Headline[],
): PageMention | null {
  const headline = headlines[0];
  if (!headline) return mentions[0] ?? null;
  return mentions.find((m) => m.start >= headline.start) ?? mentions.at(-1) ?? null;
}

/** The header's clock (2024年4月24日 星期三, today with seconds), and the moment at which the file was written. */
export function isClock(
  text: PageText,
  m: PageMention,
  headlines: readonly Headline[],
  today: CivilDate,
): boolean {
  if (m.label?.role === 'generated') return true;
  if (m.label || (headlines[0] && m.start >= headlines[0].start)) return false;
  if (m.date === today && m.time !== undefined && m.time.length > 5) return true;
  return hasWeekday(text, m);
}

function hasWeekday(text: PageText, m: PageMention): boolean {
  return /^[\s,，]{0,3}(?:星期|周)[一二三四五六日天]/.test(text.all.slice(m.end, m.end + 8));
}

const PATH_WORDS = /位置|首页\s*[>＞»›→]/;

/**
 * Written with its weekday like a clock, but beside the path right above the headline and not today: where clocks stand at
 * the top of the page, some systems set the day of the article.
 */
export function standsBesidePath(
  text: PageText,
  m: PageMention,
  headlines: readonly Headline[],
  today: CivilDate,
): boolean {
  const headline = headlines[0];
  if (!headline || m.label || m.date === today || !hasWeekday(text, m)) return false;
  if (m.end > headline.start || headline.start - m.end > WINDOW) return false;
  const { line, before } = linesAround(text, m);
  return PATH_WORDS.test(line) || PATH_WORDS.test(before);
}

/** Beside 来源, 浏览 and their like in its line or the lines around, or with a time of day right under the headline. */
export function standsInTitleBlock(text: PageText, m: PageMention, headlines: readonly Headline[]): boolean {
  const headline = headlineBefore(headlines, m.start);
  const distance = headline ? Math.max(headline.start - m.start, m.start - headline.end) : 0;
  const { line, before, after } = linesAround(text, m);
  if (distance > 2 * TITLE_BLOCK || PROSE_MARK.test(line) || isInTitle(text, m, headlines)) return false;
  const words = besides(text, m);
  if (TITLE_BLOCK_WORDS.test(words.replace(/\s+/g, ''))) return true;
  const rest = words.length;
  if (rest >= 40 || distance > TITLE_BLOCK || isBelowText(text, m, headline)) return false;
  if (rest === 0 && m.time === undefined && isSigned(text, m, headline)) return false;
  if (rest < 12 && [before, after].some((l) => l.length < 60 && TITLE_BLOCK_WORDS.test(l))) return true;
  return m.time !== undefined && headline !== null && m.start > headline.start;
}

/** Part of what the headline says (2024年4月18日疫情通报), not a date set beside it. */
function isInTitle(text: PageText, m: PageMention, headlines: readonly Headline[]): boolean {
  const inside = headlines.some(({ start, end }) => start <= m.start && m.end <= end);
  return inside && !isOwnLeaf(m) && besides(text, m) !== '';
}

/** Prose stands between the headline and the date: what follows it (a signature, a list of other articles) is no title block. */
function isBelowText(text: PageText, m: PageMention, headline: Headline | null): boolean {
  if (!headline || m.start < headline.end) return false;
  return /[^\n]{30}[。；]/.test(text.all.slice(headline.end, m.start));
}

/** The line above is an office that signs a text: something stands between it and the headline. */
function isSigned(text: PageText, m: PageMention, headline: Headline | null): boolean {
  const { before } = linesAround(text, m);
  if (!OFFICE.test(before.trim())) return false;
  const above = text.all.slice(headline?.end ?? 0, m.start - before.length - 1).trim();
  return headline !== null && m.start > headline.end && above !== '';
}

/** What its line says besides the date. */
export function besides(text: PageText, m: PageMention): string {
  return linesAround(text, m).line.replace(text.all.slice(m.start, m.end), '').trim();
}

/** Who published it, and nothing else: 市水务局, 云山日报. */
const OFFICE =
  /^[\u3007\u3400-\u9fff]{1,14}(?:局|府|办|委|厅|部|院|处|科|站|会|台|社|报|网|室|中心|集团|公司)$/;

/**
 * Alone (or with the name of an office) in the line right under the headline, right above it or at its end, outside the text itself (there it dates the
 * document, not the page).
 */
export function followsHeadline(text: PageText, m: PageMention, headlines: readonly Headline[]): boolean {
  const headline = headlineBefore(headlines, m.start);
  if (!headline) return false;
  if (m.start >= headline.start && m.end <= headline.end) return !isInTitle(text, m, headlines);
  const quote = text.all.slice(m.start, m.end);
  const words = besides(text, m).replace(/[\s()（）[\]【】]|(?:时间|日期)[:：]/g, '');
  if (words.length > 2 && !(OFFICE.test(words) && !quote.includes('年'))) return false;
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

const PROSE_MARK = /[。；！？]/;

function linesAround(text: PageText, m: PageMention): { line: string; before: string; after: string } {
  const start = text.all.lastIndexOf('\n', m.start - 1) + 1;
  const end = indexOrEnd(text.all, m.end);
  const before = text.all.slice(text.all.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
  const after = text.all.slice(end + 1, indexOrEnd(text.all, end + 1));
  const isProse = PROSE_MARK.test(text.all.slice(start, end));
  const line = isProse
    ? text.all.slice(start, end)
    : text.all.slice(Math.max(start, m.start - WINDOW), Math.min(end, m.end + WINDOW));
  return { line, before, after };
}

function indexOrEnd(all: string, from: number): number {
  const at = all.indexOf('\n', from);
  return at < 0 ? all.length : at;
}

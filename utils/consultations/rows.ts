import { findDates } from '../dates/grammar';
import type { CivilDate, PageSnapshot, Place } from '../page/snapshot';
import type { Call, Feedback, Result } from './consultation';
import { readPeriod } from './period';
import type { ConsultationTitle } from './title';
import { readConsultationTitle } from './title';
import { DENIAL, statedState } from './words';

/** Shorter link texts are names of columns (民意征集, 结果反馈), not titles. */
const MIN_TITLE = 11;
const MAX_TITLE = 160;
/** Blocks after a linked title that can still belong to its card. */
const CARD_BLOCKS = 6;
const COLUMN = /征集|征求意见|民意|调查|公众参与|草案/;

/** A row that may be a consultation: title, address, and the words around. */
interface Row {
  title: string;
  href: string;
  date: CivilDate | null;
  parts: string[];
  place: Place | null;
}

/** Calls and results among the rows of the page's lists, and among linked titles that no list holds (cards with a period only). */
export function readRows(snapshot: PageSnapshot): { calls: Call[]; results: Result[] } {
  const column = COLUMN.test(snapshot.breadcrumb.at(-1) ?? '') || COLUMN.test(snapshot.headline ?? '');
  const heads = columnHeads(snapshot);
  const calls: Call[] = [];
  const results: Result[] = [];
  for (const row of [...listRows(snapshot), ...linkRows(snapshot)]) {
    const title = readConsultationTitle(row.title, column);
    if (!title) continue;
    if (title.role === 'call') calls.push(callOf(row, title, heads));
    else results.push({ ...keyOf(row, title), published: row.date, place: row.place });
  }
  return { calls: calls.filter(first), results: results.filter(first) };
}

const CUT = /(?:…|\.{2,})\s*$/;

/**
 * The same title twice on a page (a link on the picture, one on the words) is one row; without an address its day tells.
 * Titles that are cut off and lead nowhere may end differently: each row counts.
 */
function first<T extends { title: string; href: string; published: CivilDate | null }>(
  row: T,
  i: number,
  rows: T[],
): boolean {
  if (row.href === '' && CUT.test(row.title)) return true;
  const same = (r: T) =>
    r.title === row.title && r.href === row.href && (row.href !== '' || r.published === row.published);
  return rows.findIndex(same) === i;
}

function listRows(snapshot: PageSnapshot): Row[] {
  return snapshot.lists.flatMap((list) =>
    list.items
      .filter((i) => i.title.length <= MAX_TITLE && (i.href !== '' || i.cells.length > 1))
      .map((i) => ({
        title: i.title,
        href: i.href,
        date: i.yearAssumed ? null : i.date,
        parts: i.cells,
        place: i.place,
      })),
  );
}

function linkRows(snapshot: PageSnapshot): Row[] {
  const listed = new Set(snapshot.lists.flatMap((l) => l.items.map((i) => i.href)));
  const links = snapshot.links.filter((l) => {
    const block = l.place && snapshot.blocks[l.place.block];
    const words = longer(l.title, l.text);
    return (
      l.visible &&
      block?.main &&
      block.role !== 'nav' &&
      words.length >= MIN_TITLE &&
      words.length <= MAX_TITLE &&
      !listed.has(l.href)
    );
  });
  return links.map((link, i) => {
    const from = link.place!.block;
    const next = links[i + 1]?.place?.block ?? Number.POSITIVE_INFINITY;
    const until = Math.min(next === from ? from + 1 : next, from + CARD_BLOCKS);
    const parts = snapshot.blocks.slice(from, until).map((b) => b.text);
    return { title: longer(link.title, link.text), href: link.href, date: null, parts, place: link.place };
  });
}

const longer = (a: string | undefined, b: string) => (a && a.length > b.length ? a : b);

function keyOf(row: Row, title: ConsultationTitle) {
  const href = /^https?:/.test(row.href) ? row.href : '';
  return { title: row.title, names: title.names, subject: title.subject, round: title.round, href };
}

function callOf(row: Row, title: ConsultationTitle, heads: ColumnHeads): Call {
  const others = row.parts.filter((p) => p !== row.title);
  const period = periodOf(others, row.date, heads);
  const denial = others.find((p) => DENIAL.test(p)) ?? null;
  return {
    ...keyOf(row, title),
    from: 'list',
    published: period.isRowDate ? null : row.date,
    opens: period.opens,
    closes: period.closes,
    closesInferred: period.inferred,
    stated: stateOf(row, others),
    feedback: denial ? null : feedbackIn(others, row),
    denial,
    place: row.place,
  };
}

function stateOf(row: Row, parts: readonly string[]): Call['stated'] {
  const bracketed =
    /[[【（(]([^\][【】（）()]{2,6})[\]】）)]\s*$|^[[【（(]([^\][【】（）()]{2,6})[\]】）)]/.exec(row.title);
  for (const part of [...parts, bracketed?.[1] ?? bracketed?.[2] ?? '']) {
    const stated = statedState(part);
    if (stated) return stated;
  }
  return null;
}

const SHOWN =
  /^[[【（(]?(?:查看|点击查看)?(?:已反馈|结果反馈|反馈结果|查看结果|查看反馈|采纳情况|征集结果|意见反馈情况)[\]】）)]?$/;

/** A cell of the row that offers the result. */
function feedbackIn(parts: readonly string[], row: Row): Feedback | null {
  const quote = parts.find((p) => SHOWN.test(p.replace(/\s/g, '')));
  return quote ? { shown: 'row', published: null, quote, href: row.href, place: row.place } : null;
}

/** What the head of the table says about its dates. */
interface ColumnHeads {
  opens: boolean;
  closes: boolean;
}

function columnHeads(snapshot: PageSnapshot): ColumnHeads {
  const heads = snapshot.blocks
    .filter((b) => b.main && b.text.length <= 8)
    .map((b) => b.text.replace(/\s/g, ''));
  return {
    opens: heads.some((h) => /^(?:开始|起始|发布|征集|发起)(?:时间|日期)$/.test(h)),
    closes: heads.some((h) => /^(?:征集)?(?:截止|结束|终止)(?:时间|日期)$/.test(h)),
  };
}

function periodOf(
  parts: readonly string[],
  published: CivilDate | null,
  heads: ColumnHeads,
): { opens: CivilDate | null; closes: CivilDate | null; inferred: boolean; isRowDate: boolean } {
  const text = parts.join('\n');
  const stated = readPeriod(text.replace(/([:：])\n/g, '$1'), published, true);
  if (stated?.closes)
    return {
      opens: stated.opens,
      closes: stated.closes,
      inferred: stated.yearAssumed || stated.counted,
      isRowDate: published === stated.closes,
    };
  const days = findDates(text)
    .flatMap((d) => (d.date ? [d.date] : []))
    .sort();
  const none = { opens: null, closes: null, inferred: false, isRowDate: false };
  if (!heads.closes || days.length === 0) return none;
  if (days.length >= 2 && heads.opens)
    return { opens: days[0]!, closes: days.at(-1)!, inferred: false, isRowDate: published === days.at(-1) };
  return heads.opens ? none : { opens: null, closes: days.at(-1)!, inferred: false, isRowDate: true };
}

import type { CivilDate, PageSnapshot } from '../page/snapshot';
import type { Call, Result } from './consultation';
import { feedbackOnPage } from './feedback';
import type { Line } from './lines';
import { mainLines, placeInLine } from './lines';
import type { Period } from './period';
import { readPeriod } from './period';
import { readConsultationTitle } from './title';
import { statedState } from './words';

/** Headlines shorter than this are names of columns. */
const MIN_HEADLINE = 9;
/** Where the attached draft begins: its dates are about something else. */
const DRAFT_BEGINS = /^[\s\u3000]*第[一1]\s?[章条][\s\u3000]/;
/** 开始时间：2024-01-05, 征集期限 2024-01-05至2024-02-05: a label of the consultation itself. */
const LABEL =
  /^[\s\u3000【[]*(?:意见)?(?:征集|征求意见|公示|反馈|调查|活动|投票|公开征求意见|参与|网上征集)?(?:的)?(?:开始|起始|起止|结束|截止|截至|终止|期限|时间|日期|有效)(?:时间|日期|日|期限|期)?[】\]]?[\s\u3000]*[:：\t]/;
const FIRST_LINES = 120;

/** The call or the result that this page is, null when it is neither. */
export function readDetail(snapshot: PageSnapshot): { call: Call | null; result: Result | null } {
  const headline = snapshot.headline ?? titleHead(snapshot.title);
  const none = { call: null, result: null };
  if (!isDetail(snapshot, headline)) return none;
  const column = /征集|征求意见|民意|调查/.test(snapshot.breadcrumb.slice(-2).join(' '));
  const title = readConsultationTitle(headline, column);
  if (!title) return none;
  const published = snapshot.published?.date ?? null;
  const block = snapshot.blocks.findIndex((b) => b.text.trim() === headline);
  const place = block < 0 ? null : { block, start: 0, end: snapshot.blocks[block]!.text.length };
  const key = {
    title: headline,
    names: title.names,
    subject: title.subject,
    round: title.round,
    href: snapshot.url,
  };
  if (title.role === 'result') return { call: null, result: { ...key, published, place } };
  const lines = ownLines(snapshot);
  const period = periodOf(lines, published);
  return {
    result: null,
    call: {
      ...key,
      from: 'detail',
      published,
      opens: period.opens,
      closes: period.closes,
      closesInferred: period.inferred,
      stated: lines.map((l) => statedState(l.text)).find((s) => s !== null) ?? null,
      ...feedbackOnPage(snapshot, key, lines),
      place: period.place ?? place,
    },
  };
}

/** The page shows one thing: not a list of its own, and a headline that is no column's name. */
function isDetail(snapshot: PageSnapshot, headline: string): boolean {
  const own = snapshot.lists.find((l) => l.own);
  const isColumn = own !== undefined && own.items.filter((i) => i.href !== '').length >= 3;
  return headline.length >= MIN_HEADLINE && !isColumn && !snapshot.breadcrumb.includes(headline);
}

function titleHead(title: string): string {
  return title.split(/\s*(?:[_|｜]|--+|—+| - )\s*/)[0]!.trim();
}

/** The lines that speak of the consultation, the attached draft left out. */
function ownLines(snapshot: PageSnapshot): Line[] {
  const lines = mainLines(snapshot);
  const draft = lines.findIndex((l) => DRAFT_BEGINS.test(l.text));
  return draft < 0 ? lines : lines.slice(0, draft);
}

function periodOf(lines: readonly Line[], published: CivilDate | null) {
  let best: { period: Period; line: Line } | null = null;
  let opens: CivilDate | null = null;
  for (const line of lines.slice(-FIRST_LINES).length === lines.length
    ? lines
    : lines.slice(0, FIRST_LINES * 3)) {
    const period = readPeriod(line.text, published, LABEL.test(line.text));
    if (!period) continue;
    opens ??= period.opens;
    if (period.closes && (!best || (best.period.counted && !period.counted))) best = { period, line };
  }
  const closes = best?.period.closes ?? null;
  const first = best?.period.opens ?? opens;
  return {
    opens: first && (!closes || first <= closes) ? first : null,
    closes,
    inferred: best !== null && (best.period.yearAssumed || best.period.counted),
    place: best && placeInLine(best.line, best.period.start, best.period.end),
  };
}

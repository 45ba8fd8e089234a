import { addDays, addMonths, civil, daysBetween } from '../dates/civil';
import type { DateMention } from '../dates/grammar';
import { findDates } from '../dates/grammar';
import { toHalfWidth } from '../dates/normalize';
import { addWorkingDays } from '../dates/workdays';
import type { CivilDate } from '../page/snapshot';

/** From when until when answers are taken, as far as a text says so. */
export interface Period {
  opens: CivilDate | null;
  closes: CivilDate | null;
  /** The year of the closing day was not written and follows from the day of publication. */
  yearAssumed: boolean;
  /** The closing day was computed (自公告之日起30日内), not written. */
  counted: boolean;
  /** Offsets of the words in the text. */
  start: number;
  end: number;
}

/** A sentence with one of these speaks of answers to a consultation. */
const ANSWERS =
  /意见|建议|征[求集]|反馈|截止|截至|公示(?:期|时间)|投票|问卷|参与|来[信函电]|来稿|报送|提交|回复|信函|邮件|公开时间|活动时间/;
/** A sentence with one of these speaks of the document's own validity, or of the office. */
const OTHER_MATTER =
  /施行|实施(?!方案|细则|办法|意见|条例|规定)|有效期|生效|废止|印发(?:之日|日期)|届满|起执行|申报时间|报名|开标|投标|举行|召开/;
const OPENING = /(?:开始|起始|发起|发布|征集开始|上线)(?:时间|日期)/;
const CLOSING =
  /(?:截止|截至|结束|终止|反馈截止|到期)(?:时间|日期|日|期限)?(?:为|是|到|至|于)?[:：]?\s*$|(?:截止|截至)(?:到|至|于|为)?[:：]?\s*$/;
const JOINT =
  /^\s*(?:[(（][^()（）]{0,8}[)）])?\s*(?:上午|下午|起|开始|零时|零点)*\s*[,，]?\s*(?:至|到|-{1,2}|[—–~～→]{1,2}|止)\s*(?:于|截止)?\s*/;
const BEFORE =
  /^\s*(?:[(（][^()（）]{0,8}[)）])?\s*(?:(?:上|下)午|中午|下班|\d{1,2}(?:[:：时点]\d{0,2}分?)?|之|以|[,，])*\s*(?:前|止|截止|为止|之内)/;
const COUNTED =
  /(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:个)?\s*(工作日|自然日|日|天|个?月)(?:\s*内|之内|以内|$|[,，。;；)）]|[^\d]{0,6}(?:将|向|通过|反馈|提出))/;
const FROM_NOW =
  /(?:自|从)?(?:本)?(?:公告|公示|公布|通告|通知|发布|刊登|即日)[^,，。;；]{0,12}(?:之日|日|起)|为期|(?:期限|时间|期)(?:为|:|：)?\s*(?=\d|[一二三四五六七八九十])/;

/**
 * The consultation period that a line states; null when it states none.
 *
 * @param text one line or sentence group of the page.
 * @param published the day of publication: it settles years that are not written and periods that are counted.
 * @param sure the line is known to speak of the consultation (a list row with 起止 columns).
 */
export function readPeriod(text: string, published: CivilDate | null, sure = false): Period | null {
  const plain = toHalfWidth(text);
  const dates = findDates(text);
  let best: Period | null = null;
  for (const [from, to] of sentences(plain)) {
    const sentence = plain.slice(from, to);
    if (!sure && (!ANSWERS.test(sentence) || OTHER_MATTER.test(sentence))) continue;
    const inside = dates.filter((d) => d.start >= from && d.end <= to);
    const found =
      spanned(plain, inside, to, published) ??
      single(plain, inside, from, published) ??
      counted(sentence, from, published);
    if (found && (!best || rank(found) > rank(best))) best = found;
  }
  return best;
}

/** A stated span beats a stated end, which beats a counted one. */
const rank = (p: Period) => (p.counted ? 0 : 1) + (p.closes ? 2 : 0) + (p.opens ? 1 : 0);

function* sentences(text: string): Generator<[number, number]> {
  let from = 0;
  for (const stop of text.matchAll(/[。;；\n]|$/g)) {
    if (stop.index > from) yield [from, stop.index];
    from = stop.index + 1;
  }
}

/** A至B, also 2024年1月5日-2月5日 and 1月5日至31日, where the second half is short. */
function spanned(
  text: string,
  dates: readonly DateMention[],
  to: number,
  published: CivilDate | null,
): Period | null {
  for (const [i, first] of dates.entries()) {
    const opens = first.date ?? nearest(first.month, first.day, published);
    if (!opens) continue;
    const rest = text.slice(first.end, to);
    const joint = JOINT.exec(rest);
    const next = dates[i + 1];
    if (!joint) continue;
    const at = first.end + joint[0].length;
    if (next && next.start <= at + 2) {
      const closes = next.date ?? following(next.month, next.day, opens);
      if (closes && closes >= opens)
        return {
          opens,
          closes,
          yearAssumed: !first.date && !next.date,
          counted: false,
          start: first.start,
          end: next.end,
        };
      continue;
    }
    const short = /^(?:(\d{1,2})\s*[月.\-/]\s*)?(\d{1,2})\s*(?:[日号]|(?=[^\d.\-/:]|$))/.exec(
      text.slice(at, to),
    );
    if (!short) continue;
    const month = short[1] ? Number(short[1]) : Number(opens.slice(5, 7));
    const closes = following(month, Number(short[2]), opens);
    if (closes)
      return {
        opens,
        closes,
        yearAssumed: !first.date,
        counted: false,
        start: first.start,
        end: at + short[0].length,
      };
  }
  return null;
}

/** 截止时间：B, 请于B前, B之前, and 开始时间：A 结束时间：B in one line. */
function single(
  text: string,
  dates: readonly DateMention[],
  from: number,
  published: CivilDate | null,
): Period | null {
  let opens: CivilDate | null = null;
  for (const mention of dates) {
    const before = text.slice(Math.max(from, mention.start - 24), mention.start);
    const after = text.slice(mention.end, mention.end + 14);
    const ends = CLOSING.test(before.replace(/\s+/g, '')) || BEFORE.test(after);
    if (!ends) {
      if (OPENING.test(before) && mention.date) opens = mention.date;
      continue;
    }
    const closes = mention.date ?? following(mention.month, mention.day, opens ?? published);
    if (closes)
      return {
        opens,
        closes,
        yearAssumed: !mention.date,
        counted: false,
        start: mention.start,
        end: mention.end,
      };
  }
  return opens
    ? { opens, closes: null, yearAssumed: false, counted: false, start: from, end: from + 1 }
    : null;
}

/** 自公告发布之日起30日内, 征求意见时间为7个工作日: counted from the day of publication. */
function counted(sentence: string, from: number, published: CivilDate | null): Period | null {
  if (!published) return null;
  const anchor = FROM_NOW.exec(sentence);
  if (!anchor) return null;
  const tail = sentence.slice(anchor.index);
  const length = COUNTED.exec(tail);
  if (!length || length.index > 30) return null;
  const count = /^\d/.test(length[1]!) ? Number(length[1]) : numeral(length[1]!);
  const closes = after(published, count, length[2]!);
  if (!closes || count === 0) return null;
  const start = from + anchor.index;
  return {
    opens: null,
    closes,
    yearAssumed: false,
    counted: true,
    start,
    end: start + length.index + length[0].length,
  };
}

function after(published: CivilDate, count: number, unit: string): CivilDate | null {
  if (unit === '工作日') return addWorkingDays(published, count);
  return unit.endsWith('月') ? addMonths(published, count) : addDays(published, count);
}

const DIGITS = '零一二三四五六七八九';

function numeral(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return Math.max(0, DIGITS.indexOf(text));
  return (
    (ten === 0 ? 1 : DIGITS.indexOf(text[ten - 1]!)) * 10 +
    (ten + 1 < text.length ? DIGITS.indexOf(text[ten + 1]!) : 0)
  );
}

/** The first such day on or after `from`: a period ends after it was announced. */
function following(month: number, day: number, from: CivilDate | null): CivilDate | null {
  if (!from) return null;
  const year = Number(from.slice(0, 4));
  const same = civil(year, month, day);
  return same && same >= from ? same : civil(year + 1, month, day);
}

/** Such a day nearest to `to`: a period may open a little before or after its announcement. */
function nearest(month: number, day: number, to: CivilDate | null): CivilDate | null {
  if (!to) return null;
  const year = Number(to.slice(0, 4));
  let best: CivilDate | null = null;
  for (const y of [year - 1, year, year + 1]) {
    const found = civil(y, month, day);
    if (found && (!best || Math.abs(daysBetween(found, to)) < Math.abs(daysBetween(best, to)))) best = found;
  }
  return best;
}

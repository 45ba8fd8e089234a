import type { PageSnapshot } from '../page/snapshot';
import type { ConsultationKey, Feedback } from './consultation';
import type { Line } from './lines';
import { placeInLine } from './lines';
import { sameConsultation } from './match';
import { readConsultationTitle } from './title';
import { DENIAL } from './words';

const HEADING =
  /^[\s【[一二三四五六七八九十、.\d]*(?:(?:征集|调查|意见)?结果(?:反馈|公布|公示)|反馈结果|意见(?:建议)?(?:采纳|反馈|处理|吸纳)(?:反馈)?情况|采纳情况|征集结果|反馈情况)(?:说明)?[】\]]?\s*[:：]?\s*/;
const TABLE_HEAD = /^(?:是否采纳|采纳情况|采纳与否|(?:未|不)?采纳理由|处理意见及理由|采纳情况及理由)$/;
/** A past tense about received answers; calls say 逾期未反馈视为无意见, which is something else. */
const OUTCOME =
  /(?:未|没有)收到[^。;；]{0,14}(?:意见|建议|反馈)|收到[^。;；]{0,20}(?:意见|建议)[^。;；]{0,8}\d+\s?条|采纳\s?\d+\s?条|(?:意见|建议)[^。;；]{0,10}(?:予以采纳|均已采纳|已采纳|未采纳|不予采纳)|征求意见期间[^。;；]{0,20}(?:收到|无)/;
const POINTER =
  /(?:查看|点击|详见|本次|相关)?[^。]{0,6}(?:征集|调查|反馈|采纳|征求意见)[^。]{0,6}(?:结果|情况)/;

/** The result that a call's own page shows: a link to it, a section, a table of answers, or a sentence about what came in. */
export function feedbackOnPage(
  snapshot: PageSnapshot,
  call: Pick<ConsultationKey, 'title' | 'names' | 'subject' | 'round'>,
  lines: readonly Line[],
): { feedback: Feedback | null; denial: string | null } {
  const denied = lines.find((l) => l.text.length < 60 && DENIAL.test(l.text));
  if (denied) return { feedback: null, denial: denied.text.trim() };
  return { feedback: linked(snapshot, call) ?? written(lines), denial: null };
}

/** A link to a result of the same draft, or a bare 征集结果 link that stands in the text and not in a menu. */
function linked(
  snapshot: PageSnapshot,
  call: Pick<ConsultationKey, 'title' | 'names' | 'subject' | 'round'>,
): Feedback | null {
  for (const link of snapshot.links) {
    if (!link.visible || !link.place || !link.href || link.text.length < 4) continue;
    const words = link.title && link.title.length > link.text.length ? link.title : link.text;
    const title = readConsultationTitle(words);
    const named = title?.role === 'result' && sameConsultation({ role: 'call', ...call }, title);
    const block = snapshot.blocks[link.place.block]!;
    const bare =
      block.main &&
      block.role !== 'nav' &&
      /^(?:查看|点击查看)/.test(link.text.trim()) &&
      POINTER.test(link.text) &&
      link.text.length < 20;
    if (named || bare)
      return { shown: 'page', published: null, quote: link.text, href: link.href, place: link.place };
  }
  return null;
}

function written(lines: readonly Line[]): Feedback | null {
  for (const [i, line] of lines.entries()) {
    const outcome = line.text.length < 800 ? OUTCOME.exec(line.text) : null;
    if (outcome)
      return {
        shown: 'page',
        published: null,
        quote: outcome[0],
        href: '',
        place: placeInLine(line, outcome.index, outcome.index + outcome[0].length),
      };
    const heading = HEADING.exec(line.text);
    if (heading && hasBody(line, heading[0].length, lines[i + 1]))
      return {
        shown: 'page',
        published: null,
        quote: line.text.slice(0, 60),
        href: '',
        place: placeInLine(line, 0, heading[0].length),
      };
    if (TABLE_HEAD.test(line.text.replace(/\s/g, '')))
      return {
        shown: 'page',
        published: null,
        quote: line.text,
        href: '',
        place: placeInLine(line, 0, line.text.length),
      };
  }
  return null;
}

/** A section has a sentence: menus and tabs have only more short words. */
function hasBody(line: Line, from: number, next: Line | undefined): boolean {
  const own = line.text.slice(from).trim();
  const body = own.length >= 4 ? own : (next?.text ?? '');
  return body.trim().length >= 12 && /[。；;]|采纳|意见/.test(body);
}

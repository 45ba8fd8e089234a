import { findDates } from '../dates/grammar';
import type { CivilDate, PageSnapshot, Place } from '../page/snapshot';
import type { Message } from './message';
import { REPLIED, SUBMITTED, statedMessage } from './words';

const gap = String.raw`\s*[\])）】]?\s*[:：\s]\s*`;
const SUBMITTED_AT = new RegExp(`${SUBMITTED.source}${gap}`, 'g');
const REPLIED_AT = new RegExp(`${REPLIED.source}${gap}`);
const STATE = /(?:办理|处理|回复|答复|信件|当前|受理)?状态\s*[:：\s]\s*([^\s:：]{2,8})/;
const CONTENT =
  /(?:留言|来信|信件|咨询|问题|诉求|提问|写信)\s*(?:的)?\s*(?:内容|标题|主题|编号|人|类型)|写信人|流水号|查询码/;
const REPLY =
  /(?:^|\n)\s*[【[]?(?:(?:回\s*复|答\s*复|处理|办理|反馈)\s*(?:内容|意见|结果|情况|信息)?|官方回复|部门回复|回复如下)[】\]]?\s*(?:[:：]|\n)\s*/g;
const NO_REPLY = /^(?:暂无|暂未|尚未|未回复|未答复|无回复|待回复|正在|您的(?:来信|留言)正在|等待)/;
const TITLE = /(?:留言|信件|来信|咨询|问题)?\s*(?:标\s*题|主\s*题)\s*[:：\n]\s*([^\n]{2,100})/;
/** Shortest text that can be a reply. */
const MIN_REPLY = 6;

/** The one message that a page is about; null when it is about none or about several. */
export function messageDetail(snapshot: PageSnapshot): Message | null {
  const { text, starts } = mainText(snapshot);
  const dated = [...text.matchAll(SUBMITTED_AT)].flatMap((m) => {
    const date = dateAfter(text, m.index + m[0].length);
    return date ? [{ at: m.index, end: m.index + m[0].length, date }] : [];
  });
  if (dated.length !== 1) return null;
  const { at, date } = dated[0]!;
  const state = STATE.exec(text)?.[1] ?? '';
  const replied = REPLIED_AT.exec(text);
  const repliedAt = replied && dateAfter(text, replied.index + replied[0].length);
  const reply = replyOf(text);
  const looksLikeLetter = CONTENT.test(text) || statedMessage(state) !== null || replied !== null;
  if (!looksLikeLetter) return null;
  return {
    title: TITLE.exec(text)?.[1]?.trim() ?? snapshot.headline ?? '',
    href: snapshot.url,
    submitted: date,
    state:
      repliedAt || reply === 'there'
        ? 'answered'
        : (statedMessage(state) ?? (reply === 'none' ? 'waiting' : 'unknown')),
    repliedAt,
    stated: statedMessage(state) ? state : '',
    place: placeAt(starts, at, text.indexOf('\n', at)),
  };
}

/** A reply is there, is said not to be there, or is not spoken of. */
function replyOf(text: string): 'there' | 'none' | null {
  let found: 'none' | null = null;
  for (const m of text.matchAll(REPLY)) {
    const body = text.slice(m.index + m[0].length, m.index + m[0].length + 60).trim();
    if (NO_REPLY.test(body)) found = 'none';
    else if (body.split('\n')[0]!.length >= MIN_REPLY && !SUBMITTED.test(body.slice(0, 10))) return 'there';
  }
  return found;
}

function dateAfter(text: string, from: number): CivilDate | null {
  const [first] = findDates(text.slice(from, from + 30));
  return first && first.start <= 4 ? first.date : null;
}

function mainText(snapshot: PageSnapshot): { text: string; starts: { at: number; block: number }[] } {
  const starts: { at: number; block: number }[] = [];
  let text = '';
  for (const block of snapshot.blocks) {
    if (!block.main) continue;
    starts.push({ at: text.length, block: block.id });
    text += `${block.text}\n`;
  }
  return { text, starts };
}

function placeAt(starts: readonly { at: number; block: number }[], from: number, to: number): Place | null {
  const start = starts.findLast((s) => s.at <= from);
  return start ? { block: start.block, start: from - start.at, end: Math.max(from, to) - start.at } : null;
}

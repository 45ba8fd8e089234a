import type { Message } from './message';

const ANSWERED =
  /^(?:已?办结|已?回复|已答复|已处理|处理完成|处理完毕|已处理完毕|已处理完成|办理完成|办理完毕|已完成|回复完成|已反馈|已解决|已解答|办结归档|已公开|已采纳|结束)$/;
const WAITING =
  /^(?:受理中|办理中|正在(?:处理|办理|受理)中?|处理中|待处理|待审查|待审核|审核中|待回复|待答复|待办理|待受理|未回复|未答复|未处理|未办结|未受理|未办理|已受理|已转办|转办中|交办中|已交办|已提交|暂未(?:回复|答复)|等待(?:回复|处理|受理))$/;
const MAX = 10;

/** What a cell or a status field says; null when it is no status. */
export function statedMessage(text: string): Exclude<Message['state'], 'unknown'> | null {
  const word = text.replace(/[[\]【】()（）\s:：]|(?:办理|处理|回复|信件)?状态/g, '');
  if (word.length > MAX) return null;
  if (ANSWERED.test(word)) return 'answered';
  return WAITING.test(word) ? 'waiting' : null;
}

/** Names of columns that hold messages; 信访 and 举报 have rules of their own, 访谈 and 征集 are no messages. */
export const MAILBOX =
  /信箱|来信|留言|在线咨询|网上咨询|咨询(?:投诉|建议|列表|回复|选登)|信件|问政|投诉|建言|互动(?:回复|问答)|回复选登|答复选登|写信|你问我答|网友/;
export const NOT_MAILBOX = /访谈|征集|调查|举报|信访|直播|听证/;
/** Columns of which every row is an answered message. */
export const ANSWERS_ONLY = /选登|回复公开|答复公开|公开答复|结果反馈|回复公示|答复情况|典型回复/;

export const SUBMITTED =
  /(?:留言|写信|来信|提交|咨询|信件|诉求|投诉|提问|申请|登记|反映|建议|发信|收信|收件)[ \u00a0\u3000]*(?:的)?[ \u00a0\u3000]*(?:时间|日期)/;
export const REPLIED =
  /(?:答\s*复|回\s*复|处理|办结|办理|反馈|回信|回应)[ \u00a0\u3000]*(?:的)?[ \u00a0\u3000]*(?:时间|日期)/;

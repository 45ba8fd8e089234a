import type { Call } from './consultation';

const OPEN = /^(?:进行中|征集中|正在征集|正在进行|正在征求|征求中|调查中|投票中|未截止|未结束|参与中)$/;
const CLOSED =
  /^(?:已结束|已截止|已过期|已关闭|结束|征集结束|征集已结束|已征集|已完成|意见征集已结束|已反馈|已公布|结果反馈中)$/;
const LABELLED = /(?:状态|进度|征集情况)[:：\s]*(\S{2,8})/;
/** Longest text that can be a status and not a sentence. */
const MAX_STATUS = 16;

/** What a cell or short line says about whether answers are still taken. */
export function statedState(text: string): Call['stated'] {
  if (text.length > MAX_STATUS + 12) return null;
  const word = (LABELLED.exec(text)?.[1] ?? text).replace(/[[\]【】()（）\s:：]/g, '');
  if (word.length > MAX_STATUS) return null;
  if (OPEN.test(word)) return 'open';
  return CLOSED.test(word) ? 'closed' : null;
}

/** The page says itself that no result is there. */
export const DENIAL =
  /(?:结果反馈|反馈结果|采纳情况|反馈情况|征集结果)[\s:：]*(?:暂无|无|尚未|未公布|未反馈|暂未|没有)|(?:暂无|尚未|暂未|还没有|未)(?:公布|发布)?(?:征集|调查)?(?:结果反馈|反馈结果|征集结果|反馈情况|采纳情况)|^未反馈$/;

import { say } from '../../words';
import type { Suggestion } from '../suggestion';

/**
 * Names and set phrases that are never varied. Seven characters or more, so that a text one slip away from one
 * can only mean it; tools/terms.ts holds them against clean text, and forms that turn up there are left out.
 */
const PHRASES = `
中华人民共和国 中国特色社会主义 习近平新时代中国特色社会主义思想 社会主义核心价值观 全国人民代表大会 全国人民代表大会常务委员会
中国共产党中央委员会 中国人民政治协商会议 中央纪律检查委员会 国家监察委员会 最高人民法院 最高人民检察院 中国人民解放军
国家发展和改革委员会 自然资源部办公厅 农业农村部办公厅 文化和旅游部
国家市场监督管理总局 国家医疗保障局 国家乡村振兴局
内蒙古自治区 广西壮族自治区 宁夏回族自治区 新疆维吾尔自治区 新疆生产建设兵团
黄河流域生态保护和高质量发展
供给侧结构性改革 
中华人民共和国政府信息公开条例 中华人民共和国行政处罚法 中华人民共和国行政许可法 中华人民共和国行政复议法 中华人民共和国民法典
中共中央办公厅 政府信息公开工作年度报告 法治政府建设实施纲要 优化营商环境条例 政务服务中心窗口
`
  .trim()
  .split(/\s+/)
  .filter((phrase) => phrase.length >= 7);

/** Characters of a phrase that find it again when the slip is in its other half. */
const ANCHOR = 3;

/** Words that a sentence may put into a set phrase or leave out of it: no slip. */
const PARTICLES = ['', '的', '和', '与', '等', '是', '之', '及', '同'];

interface Anchored {
  phrase: string;
  /** Place of the anchor in the phrase. */
  at: number;
}

const ANCHORS = new Map<string, Anchored[]>();
for (const phrase of PHRASES) {
  for (const at of [0, phrase.length - ANCHOR]) {
    const key = phrase.slice(at, at + ANCHOR);
    ANCHORS.set(key, [...(ANCHORS.get(key) ?? []), { phrase, at }]);
  }
}

/** Places where the text is one character away from a set phrase: one wrong, missing, extra, or two swapped. */
export function findSlips(text: string): Suggestion[] {
  const found = new Map<number, Suggestion>();
  for (let at = 0; at + ANCHOR <= text.length; at++) {
    for (const { phrase, at: place } of ANCHORS.get(text.slice(at, at + ANCHOR)) ?? []) {
      const slip = place === 0 ? forward(text, at, phrase) : backward(text, at + ANCHOR, phrase);
      if (slip && !found.has(slip.start) && !insideRight(text, slip, phrase)) found.set(slip.start, slip);
    }
  }
  return [...found.values()];
}

function forward(text: string, start: number, phrase: string): Suggestion | null {
  for (const length of [phrase.length, phrase.length - 1, phrase.length + 1]) {
    const slip = compare(text, start, start + length, phrase);
    if (slip) return slip;
  }
  return null;
}

function backward(text: string, end: number, phrase: string): Suggestion | null {
  for (const length of [phrase.length, phrase.length - 1, phrase.length + 1]) {
    const slip = end - length >= 0 ? compare(text, end - length, end, phrase) : null;
    if (slip) return slip;
  }
  return null;
}

/** The stretch as a suggestion when it is exactly one slip away from `phrase`, inside it (both ends agree). */
function compare(text: string, start: number, end: number, phrase: string): Suggestion | null {
  const wrong = text.slice(start, end);
  if (wrong === phrase || /[\s，。、；：（）《》“”"0-9A-Za-z]/.test(wrong)) return null;
  let same = 0;
  while (same < wrong.length && wrong[same] === phrase[same]) same++;
  let tail = 0;
  while (
    tail < wrong.length - same &&
    tail < phrase.length - same &&
    wrong.at(-1 - tail) === phrase.at(-1 - tail)
  )
    tail++;
  const left = wrong.slice(same, wrong.length - tail);
  const right = phrase.slice(same, phrase.length - tail);
  const swapped = left.length === 2 && right === left[1]! + left[0]!;
  if (!swapped && (left.length > 1 || right.length > 1)) return null;
  if (PARTICLES.includes(left) && PARTICLES.includes(right)) return null;
  if (same + left.length === wrong.length || same === 0) return null;
  return {
    start,
    end,
    wrong,
    right: phrase,
    score: 1,
    kind: 'phrase',
    level: 'sure',
    why: say('typos.why.phrase', phrase),
  };
}

/** True when the text there is a set phrase after all: a longer or another one. */
function insideRight(text: string, { start, end }: Suggestion, phrase: string): boolean {
  return PHRASES.some((other) => {
    if (other === phrase) return text.slice(start - 1, end + 1).includes(phrase);
    const at = text.indexOf(other, Math.max(0, start - other.length));
    return at >= 0 && at <= start && at + other.length >= end;
  });
}

import type { PageSnapshot } from '../page/snapshot';
import type { Check } from './check';
import { consultationsOf } from './consultations/cases';
import { speaker } from './shared/outcome';

const speak = speaker('consultationContent');

const BASIS =
  /根据|依据|按照|依照|为(?:了|进一步|贯彻|落实|规范|加强|深入|切实|推动|促进|做好|保障|提高|科学|完善|更好|充分|全面|维护|适应)/;
const WAY =
  /电子邮[件箱]|邮箱|信函|来信|来函|邮寄|邮编|传真|联系电话|电话|在线(?:提交|留言|反馈)|留言|网上提交|提交意见|我要(?:留言|参与|建议|投票)|发表意见|投票入口|问卷|@[a-z\d-]+\./i;
/** A notice whose words are in an attachment or a picture cannot be judged by its page. */
const ELSEWHERE = /附件|下载|\.(?:docx?|pdf|wps|ofd|zip|rar)/i;
/** A notice says more than this; less is a title with its words elsewhere. */
const MIN_WORDS = 120;

/** Does a consultation say what it is about, on which basis, how to answer and until when? */
export const consultationContent: Check = {
  id: 'consultationContent',
  category: 'consultation',
  reads: ['blocks'],
  run(snapshot) {
    const { own } = consultationsOf(snapshot);
    if (!own) return speak('notApplicable', 'none');
    const text = textAfter(snapshot, own.title);
    const missing = [
      ...(own.closes ? [] : ['until']),
      ...(WAY.test(text) || hasForm(snapshot) ? [] : ['way']),
      ...(BASIS.test(text) ? [] : ['basis']),
    ];
    const evidence = [{ quote: own.title, place: own.place }];
    if (missing.length === 0) return speak('pass', 'complete', [], evidence);
    const thin = text.length < MIN_WORDS || snapshot.limits.length > 0;
    if (thin && ELSEWHERE.test(`${text} ${snapshot.links.map((l) => l.text).join(' ')}`))
      return speak('review', 'inAttachment', [], evidence);
    if (thin) return speak('review', 'tooShort', [], evidence);
    const key = missing.includes('until')
      ? missing.includes('way')
        ? 'noWayNoEnd'
        : 'noEnd'
      : missing[0] === 'way'
        ? 'noWay'
        : 'noBasis';
    return speak('review', key, [], evidence);
  },
};

function textAfter(snapshot: PageSnapshot, title: string): string {
  const from = snapshot.blocks.findIndex((b) => b.text.includes(title));
  return snapshot.blocks
    .slice(from + 1)
    .filter((b) => b.main)
    .map((b) => b.text)
    .join('\n');
}

/** The page offers to answer right there. */
function hasForm(snapshot: PageSnapshot): boolean {
  return snapshot.links.some(
    (l) =>
      l.visible &&
      /^(?:我要|提交|参与|发表|在线|点击)/.test(l.text) &&
      /意见|留言|参与|投票|建议|答题|填写/.test(l.text),
  );
}

import { draftNames, plainName } from '../consultations/names';
import type { PageSnapshot } from '../page/snapshot';
import {
  documentTitle,
  isInterpretationPage,
  isPolicyPage,
  isReprint,
  policyHeader,
} from '../policy/document';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('policyLinks');

/** Documents for which an interpretation is asked: 规范性文件 and plans, not appointments, replies or notices of meetings. */
const EXPECTS = /办法|规定|细则|条例|规划|方案|意见|措施|规则|标准|政策|决定/;
const NOT_EXPECTED = /任免|任职|免职|批复|表彰|会议|放假|名单|预算|决算|转发|废止|公布.{0,12}目录|机构编制/;
const INTERPRETATION = /解读|图解|一图|问答|说明/;
const RELATED = /相关(?:文件|政策|链接|文档|阅读)|政策原文|原文链接|文件原文|查看原文|政策文件/;
const DOCUMENT = /(?:印发|关于|公布).{2,80}(?:通知|办法|规定|细则|意见|方案|条例|决定)/;

/** Do document and interpretation link to each other, where that is expected? */
export const policyLinks: Check = {
  id: 'policyLinks',
  category: 'policy',
  reads: ['links', 'fields', 'headline'],
  run(snapshot) {
    const headline = documentTitle(snapshot);
    const evidence = [{ quote: headline, place: null }];
    if (isInterpretationPage(snapshot)) {
      const back = snapshot.links.find((l) => l.visible && isBack(l, snapshot, headline));
      if (back)
        return speak('pass', 'linkedBack', [], [{ quote: back.text, place: back.place, href: back.href }]);
      return speak('review', 'noDocument', [], evidence);
    }
    const header = policyHeader(snapshot);
    if (!isPolicyPage(snapshot, header)) return speak('notApplicable', 'neither');
    if (isReprint(header, headline)) return speak('notApplicable', 'reprint');
    if (!EXPECTS.test(headline) || NOT_EXPECTED.test(headline)) return speak('notApplicable', 'notExpected');
    const link = snapshot.links.find((l) => l.visible && isInterpretation(l, snapshot));
    if (link) return speak('pass', 'linked', [], [{ quote: link.text, place: link.place, href: link.href }]);
    return speak('review', 'noInterpretation', [], evidence);
  },
};

type Link = PageSnapshot['links'][number];

const isMenu = (link: Link, snapshot: PageSnapshot) =>
  link.place !== null && snapshot.blocks[link.place.block]?.role === 'nav';

/** Longer than the name of a column, or named after one beside 相关. */
function isInterpretation(link: Link, snapshot: PageSnapshot): boolean {
  const words = link.title && link.title.length > link.text.length ? link.title : link.text;
  return INTERPRETATION.test(words) && words.length >= 8 && !isMenu(link, snapshot);
}

function isBack(link: Link, snapshot: PageSnapshot, headline: string): boolean {
  const words = link.title && link.title.length > link.text.length ? link.title : link.text;
  if (isMenu(link, snapshot) || words.length < 4 || !link.href || words.trim() === headline.trim())
    return false;
  const names = draftNames(headline).map((n) => plainName(n.text));
  const named = names.some((n) => n.length >= 4 && plainName(words).includes(n));
  const near = link.place !== null && RELATED.test(snapshot.blocks[link.place.block]?.text ?? '');
  return (
    !INTERPRETATION.test(words) &&
    (named || RELATED.test(words) || (near && words.length >= 12) || DOCUMENT.test(words))
  );
}

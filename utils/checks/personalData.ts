import type { PageSnapshot } from '../page/snapshot';
import type { PersonalNumber } from '../privacy/find';
import { findPersonalNumbers } from '../privacy/find';
import type { Check, Evidence } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('personalData');

/** Numbers that an office publishes about itself or on behalf of a firm are no leaks. */
const OFFICIAL =
  /热线|服务电话|咨询电话|监督电话|举报|办公电话|值班|联系人|联系方式|联系电话|客服|技术支持|代理|经办|负责人|传真|电话[:：]|电话$|手机[:：]|单位电话|报名电话|预约|CFCA/;
/** Pages that list people who get or apply for something. */
const PERSON_LIST =
  /名单|名册|花名册|补贴|补助|救助|低保|特困|残疾|资助|慰问|抚恤|优抚|发放|领取|录用|录取|入围|面试|体检|资格|申请人|保障对象|公租房|积分|获奖|脱贫|五保|高龄|奖励/;
const CONTACT_LIST = /联系方式|通讯录|联系人|网点|门店|机构|律师|企业|公司|值班|责任人|河长|林长|网格/;
const CARD_WORDS = /卡号|一卡通|银行卡|账号|帐号|开户/;
/** Fewer phone numbers than this are contacts, not a list of people. */
const MANY = 3;

/** Does the page show ID cards, bank cards or phone numbers of people? Evidence quotes them masked; the place leads to the words. */
export const personalData: Check = {
  id: 'personalData',
  category: 'privacy',
  reads: ['blocks'],
  run(snapshot) {
    const hits = numbersOf(snapshot);
    const of = (kind: PersonalNumber['kind']) => hits.filter((h) => h.number.kind === kind);
    const ids = of('idCard');
    const cards = of('bankCard');
    const half = of('idCardMasked');
    const phones = of('mobile').filter((h) => !isOfficial(h));
    if (ids.length > 0) return speak('fail', 'idCard', [ids.length], spots([...ids, ...cards]));
    if (cards.length > 0) {
      const named = cards.filter((h) => CARD_WORDS.test(h.around));
      return speak(named.length > 0 ? 'fail' : 'review', 'bankCard', [cards.length], spots(cards));
    }
    if (half.length > 0) return speak('review', 'idCardMasked', [half.length], spots(half));
    const about = `${snapshot.headline ?? ''} ${snapshot.title}`;
    if (phones.length >= MANY && PERSON_LIST.test(about) && !CONTACT_LIST.test(about))
      return speak('review', 'phoneList', [phones.length], spots(phones));
    if (phones.length > 0) return speak('review', 'phone', [phones.length], spots(phones));
    const unread = snapshot.limits.some((l) => l.kind === 'imageOnly' || l.kind === 'truncated');
    return unread ? speak('review', 'unread') : speak('pass', 'nothing');
  },
};

interface Hit {
  number: PersonalNumber;
  block: number;
  /** The words before it, in its own block or the ones before. */
  around: string;
  footer: boolean;
}

function numbersOf({ blocks }: PageSnapshot): Hit[] {
  const hits: Hit[] = [];
  for (const [i, block] of blocks.entries()) {
    for (const number of findPersonalNumbers(block.text)) {
      const before = block.text.slice(Math.max(0, number.start - 60), number.start);
      const above =
        before.length < 20 ? blocks.slice(Math.max(0, i - 4), i).map((b) => b.text.slice(-30)) : [];
      const after = block.text.slice(number.end, number.end + 12);
      hits.push({
        number,
        block: i,
        around: [...above, before, after].join(' ').replace(/\s+/g, ''),
        footer: block.role === 'footer',
      });
    }
  }
  return hits;
}

const isOfficial = (hit: Hit) => hit.footer || OFFICIAL.test(hit.around);

function spots(hits: readonly Hit[]): Evidence[] {
  return hits.slice(0, MAX_EVIDENCE).map(({ number, block }) => ({
    quote: number.masked,
    note: { key: `checks.personalData.kinds.${number.kind}` },
    place: { block, start: number.start, end: number.end },
  }));
}

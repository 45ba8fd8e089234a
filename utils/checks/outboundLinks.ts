import { hostOf, siteOf } from '../links/site';
import type { Check } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('outboundLinks');

/** Names that promise an office. */
const OFFICE =
  /人民政府|政府网|政务(?:网|公开|服务)|(?:市|县|区|省|州|旗)(?:委|局|厅|办公室|委员会|人大|政协|法院|检察院)$|发展和改革委|(?:财政|公安|民政|司法|审计|统计|税务|教育|水利|农业农村|生态环境|住房和城乡建设|自然资源|市场监督管理|医疗保障|应急管理)(?:局|厅|部)$/;
/** Where offices are allowed to live outside .gov.cn. */
const OFFICIAL =
  /(?:^|\.)(?:gov\.cn|gov\.hk|gov\.mo|edu\.cn|mil\.cn|court\.gov\.cn|12309\.gov\.cn|npc\.gov\.cn|people\.com\.cn|xinhuanet\.com|news\.cn|weibo\.com|qq\.com|conac\.cn|cn\.cn)$|(?:^|\.)\u653f\u52a1$/;

/** Does a link that promises an office lead to a domain that is not one? Lapsed domains are bought and filled with spam. */
export const outboundLinks: Check = {
  id: 'outboundLinks',
  category: 'tampering',
  reads: ['links'],
  run({ links, url }) {
    const own = siteOf(url);
    const suspect = links.filter((l) => {
      const host = hostOf(l.href);
      return (
        l.visible &&
        host.includes('.') &&
        !/^[\d.]+$/.test(host) &&
        siteOf(l.href) !== own &&
        !OFFICIAL.test(host) &&
        l.text.length <= 30 &&
        OFFICE.test(l.text.trim())
      );
    });
    if (suspect.length === 0) return speak('pass', 'none');
    const evidence = suspect
      .slice(0, MAX_EVIDENCE)
      .map((l) => ({ quote: l.text, place: l.place, href: l.href }));
    return speak('review', 'lookAlike', [suspect.length, hostOf(suspect[0]!.href)], evidence);
  },
};

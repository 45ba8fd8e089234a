import { hostOf, siteOf } from '../links/site';
import type { Check } from './check';
import { isGovernmentSite, readIdentity } from './identity/read';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('hiddenLinks');

/** Sharing buttons, counters and official services that pages often hold ready in hidden menus. */
const KNOWN =
  /(?:^|\.)(?:gov\.cn|conac\.cn|weibo\.com|weibo\.cn|qq\.com|weixin\.com|baidu\.com|bshare\.cn|jiathis\.com|cnzz\.com|51\.la|people\.com\.cn|people\.cn|xinhuanet\.com|news\.cn|cctv\.com|cntv\.cn|chinadaily\.com\.cn|youth\.cn|gmw\.cn|ce\.cn|china\.com\.cn|12371\.cn|xuexi\.cn|douban\.com|renren\.com|kaixin001\.com|163\.com|sohu\.com|sina\.com\.cn|hanweb\.com|trs\.com\.cn|toutiao\.com|douyin\.com|12377\.cn|cpc\.people\.com\.cn|edu\.cn|saved\.invalid)$/;
const NUMERIC = /^\d+\.\d+\.\d+\.\d+$/;
/** Endings under which hijacked links are often found. */
const CHEAP = /\.(?:top|xyz|vip|cc|bet|icu|club|win|loan|work|live|fun|pw|tk|ml|ga|cf)$/;

/** Are there links that no visitor can see and that lead to other sites? */
export const hiddenLinks: Check = {
  id: 'hiddenLinks',
  category: 'tampering',
  reads: ['links', 'metas', 'blocks'],
  run(snapshot) {
    const { links, url } = snapshot;
    const own = siteOf(url);
    const foreign = links.filter((l) => {
      const host = hostOf(l.href);
      return !l.visible && host !== '' && siteOf(l.href) !== own && !KNOWN.test(host) && !NUMERIC.test(host);
    });
    if (foreign.length === 0) return speak('pass', 'none');
    const cheap = foreign.filter((l) => CHEAP.test(hostOf(l.href)));
    // News sites and companies hold the rest of their family in hidden menus; that is no business of an inspection.
    if (cheap.length === 0 && !isGovernmentSite(snapshot, readIdentity(snapshot)))
      return speak('notApplicable', 'notGovernment');
    const told = cheap.length > 0 ? cheap : foreign;
    const hosts = new Set(told.map((l) => siteOf(l.href)));
    const evidence = told
      .slice(0, MAX_EVIDENCE)
      .map((l) => ({ quote: l.text || l.href, place: null, href: l.href }));
    return speak('review', cheap.length > 0 ? 'cheap' : 'foreign', [told.length, hosts.size], evidence);
  },
};

import type { Check, Evidence } from './check';
import { isGovernmentSite, readIdentity, showsFooter } from './identity/read';
import { speaker } from './shared/outcome';

const speak = speaker('siteCode');

/** Ten digits, or bm and eight digits for ministries. */
const VALID = /^(?:\d{10}|bm\d{8})$/i;

/** Is the 网站标识码 of meta, footer and 找错 link one and the same? */
export const siteCode: Check = {
  id: 'siteCode',
  category: 'identity',
  reads: ['metas', 'blocks', 'links'],
  run(snapshot) {
    const identity = readIdentity(snapshot);
    if (!isGovernmentSite(snapshot, identity)) return speak('notApplicable', 'notGovernment');
    const { shownCode, metaCode, linkCode } = identity;
    const evidence: Evidence[] = [];
    if (metaCode) evidence.push({ quote: `SiteIDCode ${metaCode}`, place: null });
    if (shownCode) evidence.push({ quote: shownCode.text, place: shownCode.place });
    if (linkCode) evidence.push({ quote: linkCode.text, place: linkCode.place, href: linkCode.href ?? '' });
    const codes = [metaCode, shownCode?.text, linkCode?.text].flatMap((c) => (c ? [c.toLowerCase()] : []));
    const asked = snapshot.kind === 'home' || showsFooter(identity);
    if (codes.length === 0) return asked ? speak('review', 'missing') : speak('notApplicable', 'noFooter');
    const [first, ...others] = new Set(codes);
    if (others.length > 0) return speak('fail', 'differ', [first!, others[0]!], evidence);
    if (!VALID.test(first!)) return speak('review', 'malformed', [first!], evidence);
    return speak('pass', codes.length > 1 ? 'agree' : 'shown', [first!], evidence);
  },
};

import { hostOf } from '../links/site';
import type { Check } from './check';
import { readIdentity } from './identity/read';
import { speaker } from './shared/outcome';

const speak = speaker('domainName');

/** Does a government site live under .gov.cn (or an agreed 中文域名)? */
export const domainName: Check = {
  id: 'domainName',
  category: 'identity',
  reads: ['url', 'metas', 'blocks'],
  run(snapshot) {
    const host = hostOf(snapshot.url);
    const identity = readIdentity(snapshot);
    const { metaCode, shownCode, sponsor } = identity;
    const claims = Boolean(metaCode || shownCode || /人民政府/.test(sponsor?.text ?? ''));
    if (!claims || host === '' || /^(?:localhost|[\d.]+)$|\.(?:invalid|local|test|example)$/.test(host))
      return speak('notApplicable', 'unknown');
    if (/(?:^|\.)gov\.cn$/.test(host)) return speak('pass', 'gov', [host]);
    return speak('review', 'other', [host], [{ quote: host, place: null }]);
  },
};

import { hostOf, isInternalHost } from '../links/site';
import type { Check } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('linkAddresses');

const LOCAL_FILE = /^(?:file:|[a-z]:[\\/])/i;

/** Do links lead to localhost, an intranet address or a file on somebody's disk? */
export const linkAddresses: Check = {
  id: 'linkAddresses',
  category: 'link',
  reads: ['links'],
  run({ links, url }) {
    if (isInternalHost(hostOf(url)) || LOCAL_FILE.test(url)) return speak('notApplicable', 'inside');
    const wrong = links.filter((l) => l.visible && l.text !== '' && isInternal(l.raw));
    if (wrong.length === 0) return speak('pass', 'fine');
    const evidence = wrong
      .slice(0, MAX_EVIDENCE)
      .map((l) => ({ quote: l.text, place: l.place, href: l.raw }));
    return speak('fail', 'internal', [wrong.length, wrong[0]!.raw.slice(0, 80)], evidence);
  },
};

/** As the page wrote it: a relative link has no address of its own. */
const isInternal = (raw: string) => LOCAL_FILE.test(raw) || isInternalHost(hostOf(raw));

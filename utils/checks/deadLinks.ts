import type { ProbedLink } from '../links/probe';
import type { PageSnapshot } from '../page/snapshot';
import { say } from '../words';
import type { Check, Evidence } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('deadLinks');

/**
 * Do the page's links lead to pages that are there? Asked only on the reviewer's order (链接核对). 404 and 410 to a plain GET are
 * dead; servers that refuse or do not answer a tool may still answer visitors.
 */
export const deadLinks: Check = {
  id: 'deadLinks',
  category: 'link',
  reads: ['links'],
  run(snapshot, { probed }) {
    if (!probed) return speak('notApplicable', 'notAsked');
    const of = (...states: ProbedLink['state'][]) => probed.filter((one) => states.includes(one.state));
    const dead = of('dead');
    const silent = of('unreachable');
    const evidence = [...dead, ...silent].slice(0, MAX_EVIDENCE).map((one) => spot(one, snapshot));
    const counts = [probed.length, dead.length, silent.length, of('unknown').length];
    if (dead.length > 0) return speak('fail', 'dead', counts, evidence);
    if (silent.length > 0) return speak('review', 'silent', counts, evidence);
    return speak('pass', 'alive', counts);
  },
};

function spot({ url, state, status }: ProbedLink, { links }: PageSnapshot): Evidence {
  const link = links.find((l) => l.visible && l.text !== '' && l.href.replace(/#.*$/, '') === url);
  const note =
    state === 'dead' ? say('checks.deadLinks.status', status ?? 0) : say('checks.deadLinks.noAnswer');
  return { quote: link?.text ?? url, note, place: link?.place ?? null, href: url };
}

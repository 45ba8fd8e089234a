import type { Sentence } from '../words';
import { say } from '../words';
import type { Check } from './check';
import { isGovernmentSite, mayHideFooter, readIdentity, showsFooter } from './identity/read';
import { outcome, speaker } from './shared/outcome';

const speak = speaker('footerMarks');

/** The address that 我为政府网站找错 had until its platform moved. */
const OBSOLETE = /^https?:\/\/121\.43\.68\.40\//;
const TEXT_MARKS = ['icp', 'police', 'shownCode', 'sponsor'] as const;
/** Often written by script, or shown on the home page only: asked there, not elsewhere. */
const HOME_MARKS = ['mark', 'contact', 'errorReport'] as const;

type Mark = (typeof TEXT_MARKS)[number] | (typeof HOME_MARKS)[number];

/**
 * Does the footer carry what it must: ICP, 公安备案, 标识码, 党政机关标识, 主办单位, 联系方式, 找错? A page that opens without any footer
 * (a window of its own for an article) is not asked: the home page is.
 */
export const footerMarks: Check = {
  id: 'footerMarks',
  category: 'identity',
  reads: ['blocks', 'links', 'images'],
  run(snapshot) {
    const identity = readIdentity(snapshot);
    if (!isGovernmentSite(snapshot, identity)) return speak('notApplicable', 'notGovernment');
    const isHome = snapshot.kind === 'home';
    if (!isHome && !showsFooter(identity) && !identity.errorReport) return speak('notApplicable', 'noFooter');
    const { errorReport } = identity;
    if (errorReport?.href && OBSOLETE.test(errorReport.href))
      return speak(
        'review',
        'obsolete',
        [errorReport.href],
        [{ quote: errorReport.text, place: errorReport.place, href: errorReport.href }],
      );
    const asked: readonly Mark[] = isHome ? [...TEXT_MARKS, ...HOME_MARKS] : TEXT_MARKS;
    const missing = asked.filter((mark) => !identity[mark]);
    if (missing.length === 0) return speak('pass', isHome ? 'complete' : 'textComplete');
    if (missing.length === asked.length || mayHideFooter(snapshot))
      return speak('review', 'unread', [missing.length]);
    const evidence = missing.map((mark) => ({ quote: '', note: nameOf(mark), place: null }));
    return outcome('review', say('checks.footerMarks.missing', missing.length), evidence);
  },
};

const nameOf = (mark: Mark): Sentence => say(`checks.footerMarks.marks.${mark}`);

import { chapters, missingChapters, ownReportYear } from '../annualReport/chapters';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('annualReportChapters');

/** The fixed format came with the reports of this year. */
const SINCE = 2019;
/** A report with its text on the page is longer than this. */
const MIN_TEXT = 1500;

/** Has an annual report on disclosure its six chapters? */
export const annualReportChapters: Check = {
  id: 'annualReportChapters',
  category: 'report',
  reads: ['blocks', 'headline'],
  run(snapshot) {
    const year = ownReportYear(snapshot);
    if (year === null) return speak('notApplicable', 'noReport');
    if (year < SINCE) return speak('notApplicable', 'before', [year]);
    const length = snapshot.blocks.filter((b) => b.main).reduce((sum, b) => sum + b.text.length, 0);
    const missing = missingChapters(snapshot);
    if (missing.length === 0) return speak('pass', 'complete', [chapters.length]);
    if (length < MIN_TEXT || snapshot.limits.length > 0)
      return speak('review', 'elsewhere', [missing.length]);
    const evidence = missing.map((name) => ({
      quote: '',
      note: { key: `checks.annualReportChapters.chapters.${name}` },
      place: null,
    }));
    // One heading may be worded freely; several missing are no matter of wording.
    return speak(missing.length >= 3 ? 'fail' : 'review', 'missing', [missing.length], evidence);
  },
};

import { ownReportYear } from '../annualReport/chapters';
import { wrongTotals } from '../annualReport/rows';
import type { Check } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const speak = speaker('annualReportTotals');

/** Do the totals in the tables of an annual report on disclosure add up? */
export const annualReportTotals: Check = {
  id: 'annualReportTotals',
  category: 'report',
  reads: ['blocks', 'headline'],
  run(snapshot) {
    if (ownReportYear(snapshot) === null) return speak('notApplicable', 'noReport');
    const wrong = wrongTotals(snapshot);
    if (wrong.length > 0) {
      const evidence = wrong.slice(0, MAX_EVIDENCE).map(({ label, parts, stated, computed, place }) => ({
        quote: `${label} ${stated}`.trim(),
        note: { key: 'checks.annualReportTotals.computed', args: [parts.join('+'), computed] },
        place,
      }));
      return speak('fail', 'wrong', [wrong.length], evidence);
    }
    const tables = snapshot.blocks.filter((b) => b.role === 'cell' && /^\d+$/.test(b.text)).length;
    return tables >= 7 ? speak('pass', 'agree') : speak('review', 'noTable');
  },
};

import { findDates } from '../dates/grammar';
import { isCalendarKnown, workingDaysBetween } from '../dates/workdays';
import type { CivilDate, PageSnapshot, Place } from '../page/snapshot';
import { isInterpretationPage } from '../policy/document';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('interpretationDelay');

/** The sentence that tells when the document came out stands in the first paragraphs. */
const FIRST_BLOCKS = 8;
const ISSUED = /印发|出台|发布|公布|颁布/;
/** Longer gaps are anniversaries and repeated explanations. */
const MAX_WORKDAYS = 120;

/** Is an interpretation published with its document, at latest a few working days later? */
export const interpretationDelay: Check = {
  id: 'interpretationDelay',
  category: 'policy',
  reads: ['blocks', 'published'],
  run(snapshot, { pack }) {
    const published = snapshot.published?.date;
    if (!isInterpretationPage(snapshot) || !published) return speak('notApplicable', 'notInterpretation');
    const limit = pack.indicators[pack.checks.interpretationDelay ?? '']?.thresholds.limit?.value;
    const issued = issuedDay(snapshot, published);
    if (!issued || limit === undefined) return speak('review', 'unknown');
    const evidence = [{ quote: issued.quote, place: issued.place }];
    if (!isCalendarKnown(issued.date, published)) return speak('review', 'unknown', [], evidence);
    const workdays = workingDaysBetween(issued.date, published);
    if (workdays > MAX_WORKDAYS) return speak('notApplicable', 'old', [issued.date]);
    if (workdays > limit) return speak('review', 'late', [workdays, limit], evidence, { threshold: limit });
    return speak('pass', 'inTime', [workdays], evidence);
  },
};

/** The day on which the text says that the document was issued, never after the interpretation itself. */
function issuedDay(
  snapshot: PageSnapshot,
  published: CivilDate,
): { date: CivilDate; quote: string; place: Place } | null {
  const from = snapshot.published?.place?.block ?? 0;
  const blocks = snapshot.blocks.filter((b) => b.main && b.id > from).slice(0, FIRST_BLOCKS);
  for (const block of blocks) {
    for (const mention of findDates(block.text)) {
      const sentence = block.text
        .slice(mention.end)
        .split(/[。；;]/)[0]!
        .slice(0, 80);
      if (!ISSUED.test(sentence) || !sentence.includes('《')) continue;
      const year = Number(published.slice(0, 4));
      const day = (y: number) =>
        `${y}-${String(mention.month).padStart(2, '0')}-${String(mention.day).padStart(2, '0')}`;
      const date = mention.date ?? (day(year) <= published ? day(year) : day(year - 1));
      if (date <= published)
        return {
          date,
          quote: block.text.slice(mention.start, mention.end + 40),
          place: { block: block.id, start: mention.start, end: mention.end },
        };
    }
  }
  return null;
}

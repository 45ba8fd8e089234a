import { daysBetween } from '../dates/civil';
import { isCalendarKnown, workingDaysBetween } from '../dates/workdays';
import { dayOf, documentTitle, isPolicyPage, isReprint, policyHeader } from '../policy/document';
import type { Check } from './check';
import { speaker } from './shared/outcome';

const speak = speaker('publicationDelay');

/** A document written longer ago than this was put up again (a migration, a collection), not published late. */
const CURRENT_DAYS = 365;

/** Is a document published within 20 working days after it was written (政府信息公开条例 第二十六条)? */
export const publicationDelay: Check = {
  id: 'publicationDelay',
  category: 'policy',
  reads: ['fields', 'published'],
  run(snapshot, { pack }) {
    const header = policyHeader(snapshot);
    const written = dayOf(header.written);
    const published = dayOf(header.published) ?? snapshot.published?.date ?? null;
    if (!isPolicyPage(snapshot, header) || !written || !published) return speak('notApplicable', 'noDates');
    if (isReprint(header, documentTitle(snapshot))) return speak('notApplicable', 'reprint');
    const limit = pack.indicators[pack.checks.publicationDelay ?? '']?.thresholds.limit?.value;
    const days = daysBetween(written, published);
    const evidence = [
      { quote: `${header.written!.label} ${written}`, place: header.written!.place },
      {
        quote: `${header.published?.label ?? ''} ${published}`.trim(),
        place: header.published?.place ?? snapshot.published?.place ?? null,
      },
    ];
    if (days < 0) return speak('review', 'reversed', [written, published], evidence);
    if (limit === undefined || days > CURRENT_DAYS) return speak('notApplicable', 'old', [written]);
    if (!isCalendarKnown(written, published)) return speak('review', 'noCalendar', [days], evidence);
    const workdays = workingDaysBetween(written, published);
    const facts = { daysSince: days, threshold: limit };
    if (workdays <= limit) return speak('pass', 'inTime', [workdays], evidence, facts);
    // The page seldom tells a document of its own from a reprint of another office's, which may come later.
    return speak('review', 'late', [workdays, limit], evidence, facts);
  },
};

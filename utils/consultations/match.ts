import { sameDraft } from './names';
import type { ConsultationTitle } from './title';

/** Shortest subject that still tells one consultation from another when no 《…》 name is quoted. */
const MIN_SUBJECT = 8;

/**
 * Whether a result speaks of this call: they share a 《…》 name; without names, one subject holds the other.
 * A second round is answered by a result that says so, or by any later one (the caller compares dates).
 */
export function sameConsultation(a: ConsultationTitle, b: ConsultationTitle): boolean {
  if (a.names.length > 0 && b.names.length > 0)
    return a.names.some((x) => b.names.some((y) => sameDraft(x, y)));
  const [short, long] =
    a.subject.length <= b.subject.length ? [a.subject, b.subject] : [b.subject, a.subject];
  return short.length >= MIN_SUBJECT && long.includes(short);
}

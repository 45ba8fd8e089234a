import type { ConsultationCase } from '../../consultations/fold';
import { foldConsultations } from '../../consultations/fold';
import { readConsultations } from '../../consultations/read';
import type { PageSnapshot } from '../../page/snapshot';

/** The consultations of one page, and the one that the page itself is about. */
export interface PageConsultations {
  cases: ConsultationCase[];
  /** Null on lists and on pages about something else. */
  own: ConsultationCase | null;
}

const known = new WeakMap<PageSnapshot, PageConsultations>();

/** Several checks ask about the same page: it is read once. */
export function consultationsOf(snapshot: PageSnapshot): PageConsultations {
  const before = known.get(snapshot);
  if (before) return before;
  const seen = readConsultations(snapshot);
  const cases = foldConsultations([seen]);
  const isDetail = seen.calls[0]?.from === 'detail';
  const found = { cases, own: isDetail ? (cases[0] ?? null) : null };
  known.set(snapshot, found);
  return found;
}

/** The shortest words that name a consultation: its 《…》, else its title. */
export function nameOf({ names, title }: Pick<ConsultationCase, 'names' | 'title'>): string {
  return names[0] ? `《${names[0].text}${names[0].cut ? '…' : ''}》` : title;
}

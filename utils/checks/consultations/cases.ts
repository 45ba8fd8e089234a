import type { SeenConsultations } from '../../consultations/consultation';
import type { ConsultationCase } from '../../consultations/fold';
import { foldConsultations } from '../../consultations/fold';
import { readConsultations } from '../../consultations/read';
import type { PageSnapshot, Place } from '../../page/snapshot';

/** The consultations of one page, and the one that the page itself is about. */
export interface PageConsultations {
  cases: ConsultationCase[];
  /** Null on lists and on pages about something else. */
  own: ConsultationCase | null;
}

const none: readonly SeenConsultations[] = [];

interface Known {
  here: SeenConsultations;
  found: Map<readonly SeenConsultations[], PageConsultations>;
}
const known = new WeakMap<PageSnapshot, Known>();

/**
 * The consultations that a page shows, with what `seen` pages add: a closing day from a detail page, a result published
 * elsewhere. Several checks ask about the same page: it is read once.
 */
export function consultationsOf(
  snapshot: PageSnapshot,
  seen: readonly SeenConsultations[] = none,
): PageConsultations {
  const { here, found: before } = known.get(snapshot) ?? {
    here: readConsultations(snapshot),
    found: new Map(),
  };
  known.set(snapshot, { here, found: before });
  const same = before.get(seen);
  if (same) return same;
  const places = placesOn(here);
  const cases = foldConsultations([here, ...seen.filter((page) => page.url !== here.url)])
    .filter((one) => one.seenOn.includes(here.url))
    .map((one) => onThisPage(one, places));
  const isDetail = here.calls[0]?.from === 'detail';
  const found = { cases, own: isDetail ? (cases[0] ?? null) : null };
  before.set(seen, found);
  return found;
}

/** The shortest words that name a consultation: its 《…》, else its title. */
export function nameOf({ names, title }: Pick<ConsultationCase, 'names' | 'title'>): string {
  return names[0] ? `《${names[0].text}${names[0].cut ? '…' : ''}》` : title;
}

function placesOn({ calls, results }: SeenConsultations): ReadonlySet<Place | null> {
  return new Set([
    ...calls.flatMap((call) => [call.place, call.feedback?.place ?? null]),
    ...results.map((result) => result.place),
  ]);
}

/** Places on other pages lead nowhere on this one. */
function onThisPage(one: ConsultationCase, places: ReadonlySet<Place | null>): ConsultationCase {
  const here = (place: Place | null) => (places.has(place) ? place : null);
  return {
    ...one,
    place: here(one.place),
    feedback: one.feedback && { ...one.feedback, place: here(one.feedback.place) },
  };
}

import type { PageSnapshot } from '../page/snapshot';
import type { SeenConsultations } from './consultation';
import { readDetail } from './detail';
import { readRows } from './rows';

/** Everything about consultations that one page shows: the page itself, its lists, and linked titles. */
export function readConsultations(snapshot: PageSnapshot): SeenConsultations {
  const own = readDetail(snapshot);
  const rows = readRows(snapshot);
  const foreign = (row: { title: string }) =>
    row.title !== own.call?.title && row.title !== own.result?.title;
  return {
    url: snapshot.url,
    calls: [...(own.call ? [own.call] : []), ...rows.calls.filter(foreign)],
    results: [...(own.result ? [own.result] : []), ...rows.results.filter(foreign)],
  };
}

/** The same for matching across pages: null when the page shows nothing of the kind. */
export function consultationsShown(snapshot: PageSnapshot): SeenConsultations | null {
  const seen = readConsultations(snapshot);
  return seen.calls.length + seen.results.length > 0 ? seen : null;
}

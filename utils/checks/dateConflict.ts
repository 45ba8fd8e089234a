import { daysBetween } from '../dates/civil';
import { dateInUrl, snowflakeDate } from '../dates/url';
import type { CivilDate, DatedList, PageSnapshot } from '../page/snapshot';
import { say } from '../words';
import type { Check, Evidence, Outcome } from './check';
import { MAX_EVIDENCE, speaker } from './shared/outcome';

const outcome = speaker('dateConflict');
/** One day apart is the night between writing and publishing. */
const TOLERANCE = 1;
/** So many items made on one day, with shown dates that lie apart, were imported and say nothing. */
const BATCH = 5;

/**
 * Do two dates of one page differ: the one shown against those of its address, of the id in it and of its PubDate; in a
 * list, items against their addresses, and dates that are all the same? A hint for the reviewer, never a verdict.
 */
export const dateConflict: Check = {
  id: 'dateConflict',
  category: 'stale',
  reads: ['published', 'otherDates', 'lists'],
  run(snapshot) {
    return (
      (snapshot.published ? judgePage(snapshot) : null) ??
      judgeLists(snapshot) ??
      outcome('notApplicable', 'none')
    );
  },
};

function judgePage({ published, otherDates }: PageSnapshot): Outcome | null {
  if (!published || published.source === 'meta' || published.confidence === 'low') return null;
  const generated = new Set(otherDates.filter((d) => d.role === 'generated').map((d) => d.date));
  const others = otherDates.filter(
    (d) => d.role === 'url' || d.role === 'snowflake' || (d.role === 'meta' && !generated.has(d.date)),
  );
  if (others.length === 0) return null;
  const differing = others.filter((d) => Math.abs(daysBetween(published.date, d.date)) > TOLERANCE);
  const shown: Evidence = {
    quote: published.quote,
    note: say('checks.dateConflict.shown', published.date),
    place: published.place,
  };
  const [first] = differing;
  if (!first) return outcome('pass', 'agree', [published.date], [shown]);
  const evidence = differing.map((d) => ({
    quote: d.quote,
    note: say(`checks.dateConflict.${d.role}`, d.date),
    place: d.place,
  }));
  return outcome('review', 'differ', [published.date, first.date], [shown, ...evidence]);
}

function judgeLists({ lists, readAt }: PageSnapshot): Outcome | null {
  const today = new Date(Date.parse(readAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  let compared = false;
  for (const list of lists) {
    const dated = list.items.filter((i) => i.date && i.yearFrom === 'shown');
    const days = new Set(dated.map((i) => i.date));
    if (dated.length >= BATCH && days.size === 1) {
      const [day] = days;
      const evidence = [evidenceOf(list, 0)];
      return outcome(
        'review',
        day === today ? 'allToday' : 'oneDay',
        [list.name, dated.length, day!],
        evidence,
      );
    }
    const conflicts = conflictsOf(list);
    compared ||= conflicts !== null;
    if (conflicts && conflicts.length > 0) {
      const [first] = conflicts;
      const item = list.items[first!]!;
      const evidence = conflicts.slice(0, MAX_EVIDENCE).map((i) => evidenceOf(list, i));
      return outcome(
        'review',
        'items',
        [list.name, conflicts.length, item.date!, madeOn(item.href)!],
        evidence,
      );
    }
  }
  return compared ? outcome('pass', 'itemsAgree') : null;
}

/** The day on which an item was made, by its address. */
function madeOn(href: string): CivilDate | null {
  return snowflakeDate(href) ?? dateInUrl(href);
}

/** Items made later than the day they show; null when no address tells, empty when a whole batch was imported or moved. */
function conflictsOf(list: DatedList): number[] | null {
  const made = list.items.map((i) => (i.date && !i.yearAssumed ? madeOn(i.href) : null));
  const known = made.filter((d) => d !== null);
  if (known.length === 0) return null;
  const perDay = new Map<CivilDate, number>();
  for (const day of known) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const later = list.items
    .map((_, i) => i)
    .filter(
      (i) =>
        made[i] &&
        (perDay.get(made[i]) ?? 0) < BATCH &&
        daysBetween(list.items[i]!.date!, made[i]) > TOLERANCE,
    );
  return later.length > known.length / 2 && known.length >= BATCH ? [] : later;
}

function evidenceOf(list: DatedList, index: number): Evidence {
  const item = list.items[index]!;
  const made = madeOn(item.href);
  const note = made
    ? say('checks.dateConflict.item', item.date!, made)
    : say('checks.dateConflict.shown', item.date!);
  return { quote: item.title, note, place: item.place, href: item.href };
}

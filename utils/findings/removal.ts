import { type Entry, inTime } from './entry';
import type { Head } from './fold';

/** Taking a subject away is one field more, but it is about all of them: its entry names everything its author saw. */
export const REMOVED = 'deleted';

/** Fields that are read off pages: what a page showed is not set by anybody. */
const OBSERVED = /^(?:page\/|landings$)/;

/** Whether a field is read off pages and not set by a reviewer. */
export function isObserved(field: string): boolean {
  return OBSERVED.test(field);
}

/** The ids that an entry which takes the subject away names: every value that its author sees there now. */
export function seenWhole(fields: Record<string, Head[]>): string[] {
  return [...new Set(Object.values(fields).flatMap((heads) => heads.map(({ entry }) => entry._id)))];
}

/**
 * The latest value that nobody who took the subject away had seen, as a head of {@link REMOVED} that says no: a colleague went on working on
 * it meanwhile, so it stays until somebody decides. Null where all was seen, or where it was not taken away.
 */
export function unseenByRemoval(fields: ReadonlyMap<string, readonly Head[]>): Head | null {
  const removals = (fields.get(REMOVED) ?? [])
    .filter(({ value }) => value === true)
    .map(({ entry }) => entry);
  // Entries of earlier versions name no other values: what their authors saw is not known, and they count as before.
  if (removals.length === 0 || !removals.every((entry) => entry.prev[REMOVED]?.length)) return null;
  const seen = new Set(removals.flatMap((entry) => entry.prev[REMOVED]!));
  const isUnseen = ({ entry }: Head) =>
    !seen.has(entry._id) && !removals.some((removal) => isKnownTo(entry, removal));
  const unseen = [...fields].flatMap(([field, heads]) =>
    field === REMOVED || isObserved(field) ? [] : heads.filter(isUnseen).map(({ entry }) => entry),
  );
  const latest = unseen.sort(inTime).at(-1);
  return latest ? { value: false, entry: latest } : null;
}

/** The removal itself, and what its own device added after it (a screenshot that took its time). */
function isKnownTo(entry: Entry, removal: Entry): boolean {
  return entry._id === removal._id || (entry.device === removal.device && entry.hlc > removal.hlc);
}

import { type Entry, inTime } from './entry';
import { canonicalJson, type Json } from './json';
import { REMOVED, seenWhole, unseenByRemoval } from './removal';

/** A value that nobody has replaced yet, and the entry that set it. */
export interface Head {
  value: Json;
  entry: Entry;
}

/** The state that a set of entries of one finding adds up to. */
export interface Folded {
  id: string;
  /** Per field, its heads, latest first, but what a removal had not seen before it. More than one differing value = a conflict; both are kept. */
  fields: Record<string, Head[]>;
  /** The entries, each once, in time order (clock, then id). */
  entries: Entry[];
}

/**
 * Folds the entries of one finding. A field's heads are the values that no entry names in its `prev`.
 * Order and repetition of the input do not matter (held by a property test), so a pull that delivers
 * twice, or in pieces, or backwards, ends in the same finding.
 */
export function fold(entries: Iterable<Entry>): Folded | null {
  const once = new Map<string, Entry>();
  for (const entry of entries) once.set(entry._id, entry);
  const ordered = [...once.values()].sort(inTime);
  const first = ordered[0];
  if (!first) return null;

  const replaced = new Map<string, Set<string>>();
  for (const entry of ordered) {
    for (const [field, ids] of Object.entries(entry.prev)) {
      const seen = replaced.get(field) ?? new Set();
      for (const id of ids) seen.add(id);
      replaced.set(field, seen);
    }
  }
  const fields = new Map<string, Head[]>();
  for (const entry of ordered) {
    for (const [field, value] of Object.entries(entry.fields)) {
      if (replaced.get(field)?.has(entry._id)) continue;
      fields.set(field, [{ value, entry }, ...(fields.get(field) ?? [])]);
    }
  }
  const unseen = unseenByRemoval(fields);
  if (unseen) fields.set(REMOVED, [unseen, ...fields.get(REMOVED)!]);
  return { id: first.finding, fields: Object.fromEntries(fields), entries: ordered };
}

/** Folds a mixture of entries: one state per subject, in the order in which the subjects first occur. */
export function foldAll(entries: Iterable<Entry>): Folded[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.finding);
    if (group) group.push(entry);
    else groups.set(entry.finding, [entry]);
  }
  return [...groups.values()].map((group) => fold(group)!);
}

/** The value shown for a field: the latest head's; null when it was never set or was taken away. */
export function valueIn(folded: Folded, field: string): Json {
  return headsOf(folded, field)[0]?.value ?? null;
}

/** Fields on which reviewers disagree: several heads that say different things. */
export function conflictsOf(folded: Folded): string[] {
  return Object.keys(folded.fields)
    .filter((field) => new Set(folded.fields[field]!.map((head) => canonicalJson(head.value))).size > 1)
    .sort();
}

/** What the next entry that sets these fields must name as `prev`: everything its author sees there now. */
export function seenBy(folded: Folded | null, fields: Record<string, Json>): Record<string, string[]> {
  if (!folded) return {};
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      field === REMOVED && value === true
        ? seenWhole(folded.fields)
        : headsOf(folded, field).map((head) => head.entry._id),
    ]),
  );
}

/** The heads of a field, latest first. Field names come from strangers: `constructor` is one that nobody set. */
export function headsOf(folded: Folded, field: string): Head[] {
  return Object.hasOwn(folded.fields, field) ? folded.fields[field]! : [];
}

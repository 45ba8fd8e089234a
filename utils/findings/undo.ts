import { type Entry, inTime } from './entry';
import { evidenceField } from './finding';
import { type Folded, headsOf, valueIn } from './fold';
import type { Json } from './json';

/**
 * The fields that take one step back: each gets the value that the entry replaced (null when there was
 * none). Fields that somebody has changed since stay as they are; so undoing in any order never reverts
 * another step. Undoing the step that made a finding deletes it, unless it has been seen again since.
 */
export function inverseOf(folded: Folded, entry: Entry): Record<string, Json> {
  if (folded.entries[0]!._id === entry._id && !hasOtherEvidence(folded, entry)) return { deleted: true };
  const made = folded.entries[0]!._id === entry._id;
  const back: Record<string, Json> = {};
  for (const field of Object.keys(entry.fields)) {
    const isHead = headsOf(folded, field).some((head) => head.entry._id === entry._id);
    // What the first step said about the page still holds for the later evidences.
    if (!isHead || (made && !field.startsWith(evidenceField('')))) continue;
    const replaced = folded.entries
      .filter((other) => replacedBy(entry, field).includes(other._id))
      .sort(inTime);
    back[field] = replaced.at(-1)?.fields[field] ?? null;
  }
  return back;
}

function replacedBy(entry: Entry, field: string): string[] {
  return Object.hasOwn(entry.prev, field) ? entry.prev[field]! : [];
}

function hasOtherEvidence(folded: Folded, entry: Entry): boolean {
  return Object.keys(folded.fields).some(
    (field) =>
      field.startsWith(evidenceField('')) && !(field in entry.fields) && valueIn(folded, field) !== null,
  );
}

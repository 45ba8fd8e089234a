import type { Instant } from '../page/snapshot';
import type { Entry } from './entry';
import { conflictsOf, type Folded, fold } from './fold';
import { millisOf } from './hlc';
import type { Json } from './json';

/** A field that reviewers set differently without having seen each other's value. */
export interface Dispute {
  field: string;
  /** All of them are kept; the first is the one shown meanwhile. Any edit of the field settles it. */
  values: { value: Json; author: string; time: Instant; entry: string }[];
}

/** What reviewers of a finding disagree about, for somebody to decide. */
export function disputesOf(entries: Iterable<Entry>): Dispute[] {
  const folded = fold(entries);
  return folded ? disputesIn(folded) : [];
}

/** The same of a subject of any kind that is folded already. */
export function disputesIn(folded: Folded): Dispute[] {
  return conflictsOf(folded).map((field) => ({
    field,
    values: folded.fields[field]!.map(({ value, entry }) => ({
      value,
      author: entry.author,
      time: new Date(millisOf(entry.hlc)).toISOString(),
      entry: entry._id,
    })),
  }));
}

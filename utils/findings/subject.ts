/**
 * What an entry is about, told by the first letters of its `finding`: a finding `f:` (finding.ts), a campaign `c:`, an item of
 * a campaign's roster `r:`, an indicator pack of an office `p:`, a day of the reading record `l:`, a
 * word of an office's list `t:`. All live in the one log, so
 * that everything is signed, dated, undone and replicated alike; only findings have a read model of their own.
 *
 * This is the range of the ids that begin so, for an index of the log. Ids are ASCII.
 */
export function subjectsFrom(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

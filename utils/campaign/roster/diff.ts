import { canonicalJson, type Json } from '../../findings/json';
import { itemKey, type RosterFields } from './item';

/** What a new ledger changes about a roster. */
export interface RosterDiff<Item extends RosterFields = RosterFields> {
  added: RosterFields[];
  changed: { before: Item; after: RosterFields; fields: (keyof RosterFields)[] }[];
  /** In the roster, not in the ledger. */
  missing: Item[];
  same: number;
}

/** Compares a roster with a ledger, item by item. The place in the ledger is no change of an item. */
export function diffRoster<Item extends RosterFields>(
  roster: readonly Item[],
  ledger: readonly RosterFields[],
): RosterDiff<Item> {
  const known = new Map(roster.map((item) => [itemKey(item), item]));
  const diff: RosterDiff<Item> = { added: [], changed: [], missing: [], same: 0 };
  for (const after of ledger) {
    const before = known.get(itemKey(after));
    known.delete(itemKey(after));
    if (!before) {
      diff.added.push(after);
      continue;
    }
    const fields = changedFields(before, after);
    if (fields.length > 0) diff.changed.push({ before, after, fields });
    else diff.same++;
  }
  diff.missing.push(...known.values());
  return diff;
}

function changedFields(before: RosterFields, after: RosterFields): (keyof RosterFields)[] {
  return (Object.keys(after) as (keyof RosterFields)[]).filter(
    (field) =>
      field !== 'order' && canonicalJson(before[field] as Json) !== canonicalJson(after[field] as Json),
  );
}

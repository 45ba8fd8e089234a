import type { CivilDate } from '../../page/snapshot';
import { isInspected, type RosterFields, type RosterItem } from './item';

/** The ledger's values of an item alone, without what ties it to one campaign. */
export function fieldsOfItem({ id, campaign, deleted, ...fields }: RosterItem): RosterFields {
  return fields;
}

/** An item as the roster of the next campaign takes it over: an exemption that has ended by its first day ends with it. */
export function carriedOver(item: RosterItem, day: CivilDate): RosterFields {
  const fields = fieldsOfItem(item);
  return item.status === 'exempt' && isInspected(item, day)
    ? { ...fields, status: 'normal', until: null }
    : fields;
}

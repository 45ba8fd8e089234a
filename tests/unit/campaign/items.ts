import type { ItemRecord } from '../../../utils/campaign/progress/record';
import { itemId, itemKey, type RosterFields, type RosterItem } from '../../../utils/campaign/roster/item';

/** The campaign of the tests' items. */
export const CAMPAIGN = 'c:test';

/** A roster item; what a test does not care about is filled in. */
export function anItem(change: Partial<RosterFields> = {}): RosterItem {
  const fields: RosterFields = {
    kind: 'site',
    unit: '云河市人民政府办公室',
    name: '云河市人民政府',
    url: 'http://www.yunhe-demo.gov.cn/',
    platform: '',
    code: '',
    site: '',
    columnKind: '',
    owner: '',
    status: 'normal',
    until: null,
    hosts: [],
    note: '',
    order: 1,
    ...change,
  };
  return { ...fields, id: itemId(CAMPAIGN, itemKey(fields)), campaign: CAMPAIGN, deleted: false };
}

/** What is known of an item: nothing but what a test says. */
export function aRecord(change: Partial<ItemRecord> = {}): ItemRecord {
  return {
    item: anItem(),
    pages: [],
    verdicts: {},
    unreachable: null,
    typedUpdate: null,
    landings: [],
    lastLook: null,
    ...change,
  };
}

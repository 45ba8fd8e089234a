import type { Json } from '../findings/json';
import type { Policy } from '../managed';
import { managedCampaignId } from '../managed';
import { campaignFields } from './campaign';
import { guessMapping } from './import/mapping';
import { type Reading, readRows } from './import/rows';
import { readText } from './import/table';
import { diffRoster } from './roster/diff';
import { itemId, itemKey, type RosterItem, rosterValues } from './roster/item';

/** Reads the roster of a policy; no items where it has none. */
export async function managedRoster(policy: Policy): Promise<Reading> {
  if (!policy.roster) return { items: [], errors: [] };
  const table = await readText(policy.roster);
  return readRows(table, guessMapping(table) ?? { header: 0, columns: {} });
}

/**
 * What has to be set so that the policy's campaign and roster are there: what is new or different, nothing of what
 * reviewers have added or recorded. With one error in the roster none of it is taken.
 */
export function managedSteps(
  policy: Policy & { campaign: string },
  { items, errors }: Reading,
  present: { campaign: boolean; roster: readonly RosterItem[] },
): [subject: string, fields: Record<string, Json>][] {
  const id = managedCampaignId(policy.campaign);
  const steps: [string, Record<string, Json>][] = [];
  const { campaign: name, pack } = policy;
  if (!present.campaign) steps.push([id, campaignFields({ name, ...(pack ? { pack } : {}) })]);
  if (errors.length > 0) return steps;
  const { added, changed } = diffRoster(present.roster, items);
  for (const item of [...added, ...changed.map(({ after }) => after)])
    steps.push([itemId(id, itemKey(item)), { ...rosterValues(item), deleted: false }]);
  return steps;
}

import { browser } from 'wxt/browser';
import { managedRoster, managedSteps } from '../../utils/campaign/managed';
import { rosterItemOf, rosterPrefix } from '../../utils/campaign/roster/item';
import { loadPolicy, managedCampaignId } from '../../utils/managed';
import { changeSettings } from '../../utils/settings';
import { membershipItem } from '../../utils/sync/account';
import { findings } from './store';

/** Puts in place what the administrator presets, at the start and whenever it changes. */
export function followPolicy(): void {
  browser.runtime.onStartup.addListener(() => void applyPolicy());
  browser.runtime.onInstalled.addListener(() => void applyPolicy());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void applyPolicy();
  });
}

/**
 * Opens the campaign of the policy, with its roster. In a team it waits for the first exchange: a colleague's browser may have
 * put it in place already, and thousands of browsers need not say the same.
 */
export async function applyPolicy(): Promise<void> {
  const policy = await loadPolicy();
  if (!policy.campaign) return;
  const store = await findings();
  if ((await membershipItem.getValue()) && !(await store.exchange.state())?.doneAt) return;
  const id = managedCampaignId(policy.campaign);
  const [campaign, roster, reading] = await Promise.all([
    store.folded(id),
    store.folds(rosterPrefix(id)),
    managedRoster(policy),
  ]);
  await store.set(
    managedSteps({ ...policy, campaign: policy.campaign }, reading, {
      campaign: campaign !== null,
      roster: roster.map(rosterItemOf).filter((item) => !item.deleted),
    }),
  );
  await changeSettings({ campaign: id });
}

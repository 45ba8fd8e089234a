import { browser } from 'wxt/browser';
import { FollowedCampaign, type Standing } from '../../utils/campaign/followed';
import { packById, packOf, packPrefix } from '../../utils/campaign/packs';
import type { Judging } from '../../utils/campaign/visit';
import type { Category } from '../../utils/checks/category';
import { civilOfInstant } from '../../utils/dates/civil';
import { loadSettings } from '../../utils/settings';
import { findings } from './store';

/** The open campaign as the worker follows it. */
export interface OpenCampaign extends Standing {
  /** 逐项扫查: the check that is gone through; '' = item by item. */
  sweep: Category | '';
}

let followed: FollowedCampaign | null = null;
let listening = false;

/** The campaign that the settings name; null when there is none, or it was deleted. */
export async function openCampaign(): Promise<OpenCampaign | null> {
  const { campaign, sweep } = await loadSettings();
  if (!campaign) return null;
  const store = await findings();
  if (!listening) {
    listening = true;
    store.subscribeAll((subjects) => followed?.changed(subjects));
  }
  if (followed?.id !== campaign)
    followed = new FollowedCampaign(store, campaign, () => civilOfInstant(Date.now()));
  const standing = await followed.now();
  return standing && { ...standing, sweep };
}

/** By what pages are judged now: the open campaign's day and pack, else the settings'. */
export async function judging(url: string): Promise<Judging> {
  const [settings, open] = await Promise.all([loadSettings(), openCampaign()]);
  const store = await findings();
  const own = (await store.folds(packPrefix)).map(packOf).filter((pack) => pack !== null);
  return {
    checkpoint: open ? open.campaign.checkpoint : settings.inspectionDate,
    pack: packById(open?.campaign.pack || settings.pack, own),
    sunk: settings.sunk,
    campaign: open?.campaign.name ?? '',
    earlier: open?.earlier(url) ?? [],
  };
}

/** The tab that was opened for an item, until its first page has been read. */
const keyOf = (tab: number) => `visiting:${tab}`;

export async function expectItem(tab: number, item: string): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab)]: item });
}

/** The item that a tab was opened for; answered once. */
export async function expectedItem(tab: number): Promise<string | null> {
  const key = keyOf(tab);
  const item = ((await browser.storage.session.get(key))[key] as string | undefined) ?? null;
  if (item) await browser.storage.session.remove(key);
  return item;
}

import { browser } from 'wxt/browser';
import { type Campaign, campaignOf, isCampaign } from '../../utils/campaign/campaign';
import { packById, packOf, packPrefix } from '../../utils/campaign/packs';
import { boardOf } from '../../utils/campaign/progress/board';
import { type ItemRecord, recordOf } from '../../utils/campaign/progress/record';
import { type Coverage, isConfirmed } from '../../utils/campaign/progress/state';
import { isRosterItem, rosterPrefix } from '../../utils/campaign/roster/item';
import { type Recogniser, recogniser } from '../../utils/campaign/roster/recognise';
import type { EarlierFinding, Judging } from '../../utils/campaign/visit';
import type { Category } from '../../utils/checks/category';
import { civilOfInstant } from '../../utils/dates/civil';
import { isFinding } from '../../utils/findings/finding';
import { pageKey } from '../../utils/findings/url';
import { loadSettings } from '../../utils/settings';
import { findings } from './store';

/** The open campaign as the worker holds it: read once, and again after something of it has changed. */
export interface OpenCampaign {
  campaign: Campaign;
  records: ItemRecord[];
  /** Names of all units of the roster. */
  units: ReadonlySet<string>;
  recognise: Recogniser;
  board: Coverage[];
  /** 逐项扫查: the check that is gone through; '' = item by item. */
  sweep: Category | '';
  /** The confirmed findings of the campaign before on the page at this address. */
  earlier(url: string): EarlierFinding[];
}

let held: { id: string; open: Promise<Omit<OpenCampaign, 'sweep'> | null> } | null = null;
let listening = false;

/** The campaign that the settings name; null when there is none, or it was deleted. */
export async function openCampaign(): Promise<OpenCampaign | null> {
  const { campaign, sweep } = await loadSettings();
  if (!campaign) return null;
  if (!listening) {
    listening = true;
    (await findings()).subscribeAll((subjects) => {
      if (subjects.some((id) => isFinding(id) || isCampaign(id) || isRosterItem(id))) held = null;
    });
  }
  if (held?.id !== campaign) held = { id: campaign, open: read(campaign) };
  const open = await held.open;
  return open && { ...open, sweep };
}

async function read(id: string): Promise<Omit<OpenCampaign, 'sweep'> | null> {
  const store = await findings();
  const folded = await store.folded(id);
  const campaign = folded && campaignOf(folded);
  if (!campaign || campaign.deleted) return null;
  const records = (await store.folds(rosterPrefix(id)))
    .map(recordOf)
    .filter((record) => !record.item.deleted);
  const all = await store.list();
  const own = all.filter((finding) => finding.campaign === id);
  const before = all.filter((finding) => campaign.previous !== '' && finding.campaign === campaign.previous);
  const today = civilOfInstant(Date.now());
  return {
    campaign,
    records,
    units: new Set(records.map((record) => record.item.unit)),
    recognise: recogniser(
      records.map((record) => record.item),
      new Map(records.map((record) => [record.item.id, record.landings])),
    ),
    earlier: (url) =>
      before
        .filter((finding) => isConfirmed(finding) && pageKey(finding.url) === pageKey(url))
        .map(({ id, quote, suggestion, sentence, anchor }) => ({ id, quote, suggestion, sentence, anchor })),
    board: boardOf(records, own, campaign.requirements, campaign.checkpoint ?? today),
  };
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

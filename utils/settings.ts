import { storage } from 'wxt/utils/storage';
import type { Category } from './checks/category';
import { loadPolicy, managedCampaignId } from './managed';
import type { CivilDate, Instant } from './page/snapshot';
import type { Level } from './typos/suggestion';
import type { Sentence } from './words';

/** What the reviewer decides once, for every page. */
export interface Settings {
  /** The overlay shows itself on government pages; off = only the toolbar button works. */
  overlay: boolean;
  /** Small date tags beside the lists of a page. */
  listTags: boolean;
  /** Suspected typos shown on pages: from this level up; 'off' = text is not checked. */
  typos: Level | 'off';
  /** 逐项扫查: the check that is gone through over all items; '' = item by item. */
  sweep: Category | '';
  /** 读网记录: pages of roster items are recorded as they are read, on this machine. */
  reading: boolean;
  /** Name that signs the records (检查人). */
  reviewer: string;
  /** Id of the open campaign, which brings its own 监测时间点 and pack; '' = none. */
  campaign: string;
  /** Fixed 监测时间点 without a campaign; null = judge at today's date. */
  inspectionDate: CivilDate | null;
  /** Checks whose 问题 are shown as 待核, because they were ignored too often here. */
  sunk: string[];
  /** Id of the indicator pack that judges without a campaign. */
  pack: string;
  /** Where backups go by themselves, and after how many steps that only this browser holds. */
  backup: 'off' | 'folder' | 'download';
  backupEvery: number;
}

/** What is remembered per site (host). */
export interface SiteSettings {
  off: boolean;
  side: 'left' | 'right';
  /** Distance of the badge from the top, in percent of the window's height. */
  top: number;
  open: boolean;
}

export const defaultSettings: Settings = {
  overlay: true,
  listTags: true,
  typos: 'likely',
  sweep: '',
  reading: false,
  reviewer: '',
  campaign: '',
  inspectionDate: null,
  sunk: [],
  pack: 'guoban-2019-19',
  backup: 'off',
  backupEvery: 20,
};

export const defaultSite: SiteSettings = { off: false, side: 'right', top: 40, open: false };

/** The settings item in `storage.local`; older stored values are completed with the defaults. */
export const settingsItem = storage.defineItem<Settings>('local:settings', { fallback: defaultSettings });

/** Reads the settings, completed with defaults for keys that a newer version added; the administrator's presets prevail. */
export async function loadSettings(): Promise<Settings> {
  const [stored, { pack, campaign }] = await Promise.all([settingsItem.getValue(), loadPolicy()]);
  return {
    ...defaultSettings,
    ...stored,
    ...(pack ? { pack } : {}),
    ...(campaign ? { campaign: managedCampaignId(campaign) } : {}),
  };
}

/** Changes some settings and keeps the rest. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await settingsItem.setValue({ ...(await loadSettings()), ...change });
}

/** The last automatic backup, and why the one that is due could not be written. */
export interface BackupState {
  at: Instant | null;
  name: string;
  entries: number;
  problem: Sentence | null;
}

export const backupItem = storage.defineItem<BackupState>('local:backup', {
  fallback: { at: null, name: '', entries: 0, problem: null },
});

const siteItem = (host: string) =>
  storage.defineItem<SiteSettings>(`local:site:${host}`, { fallback: defaultSite });

/** Hosts on which the overlay was switched off, in order of the alphabet. */
export async function sitesSwitchedOff(): Promise<string[]> {
  const stored = await storage.snapshot('local');
  return Object.entries(stored)
    .filter(([key, value]) => key.startsWith('site:') && (value as SiteSettings).off)
    .map(([key]) => key.slice('site:'.length))
    .sort();
}

/** What is remembered for one host (`www.example.gov.cn`). */
export async function loadSite(host: string): Promise<SiteSettings> {
  return { ...defaultSite, ...(await siteItem(host).getValue()) };
}

/** Changes what is remembered for one host. */
export async function changeSite(host: string, change: Partial<SiteSettings>): Promise<void> {
  await siteItem(host).setValue({ ...(await loadSite(host)), ...change });
}

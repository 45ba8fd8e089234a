import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';

/**
 * What an administrator presets for all reviewers and locks, by the browser's policy for this extension (`storage.managed`,
 * public/managed-schema.json).
 */
export interface Policy {
  /** Address and name of the team's endpoint. */
  url?: string;
  team?: string;
  /** Id of the indicator pack that judges without a campaign. */
  pack?: string;
  /** Name of the campaign that everybody works in. */
  campaign?: string;
  /** Its roster: a table as text with a header row, as the import of rosters takes it. */
  roster?: string;
  /** Hosts beside *.gov.cn that are to be read; the reviewer allows them with one click. */
  sites?: string[];
  /** No other hosts may be added. */
  onlySites?: boolean;
}

const TEXTS = ['url', 'team', 'pack', 'campaign', 'roster'] as const;

/** The administrator's presets; none where the browser has no policy for this extension. What is of the wrong type is ignored. */
export async function loadPolicy(): Promise<Policy> {
  // A browser without a policy refuses to answer.
  const all = await storage.snapshot('managed').catch(() => ({}) as Record<string, unknown>);
  const policy: Policy = {};
  for (const name of TEXTS) {
    const value = all[name];
    if (typeof value === 'string' && value.trim()) policy[name] = value.trim();
  }
  if (Array.isArray(all.sites))
    policy.sites = all.sites.filter((site): site is string => typeof site === 'string');
  if (all.onlySites === true) policy.onlySites = true;
  return policy;
}

/**
 * Tells the presets now and whenever they change; returns the way to stop. Chromium has none for the first moments after the
 * extension was installed or started.
 */
export function watchPolicy(tell: (policy: Policy) => void): () => void {
  const read = () => void loadPolicy().then(tell);
  const changed = (_changes: unknown, area: string) => {
    if (area === 'managed') read();
  };
  browser.storage.onChanged.addListener(changed);
  read();
  return () => browser.storage.onChanged.removeListener(changed);
}

/** The id of the campaign that a policy names: the same on every machine, so that nothing has to agree on it. */
export function managedCampaignId(name: string): string {
  return `c:managed-${encodeURIComponent(name)}`;
}

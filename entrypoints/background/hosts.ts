import { browser } from 'wxt/browser';
import { addedHosts } from '../../utils/hosts';

const id = 'added-hosts';

/** Keeps the page script registered on exactly the sites that the reviewer has added and still allows. */
export function followHostPermissions(): void {
  browser.permissions.onAdded.addListener(() => void register());
  browser.permissions.onRemoved.addListener(() => void register());
  browser.runtime.onInstalled.addListener(() => void register());
}

/** True on sites that get the page script without being asked: government sites, and those that the reviewer added. */
export async function readsItself(url: string): Promise<boolean> {
  const { hostname } = new URL(url);
  if (hostname.endsWith('.gov.cn')) return true;
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  return registered.some(({ matches }) => matches?.includes(`*://${hostname}/*`));
}

async function register(): Promise<void> {
  const matches = addedHosts((await browser.permissions.getAll()).origins ?? []);
  await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => undefined);
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id,
      matches,
      js: ['content-scripts/page.js'],
      css: ['content-scripts/page.css'],
      runAt: 'document_idle',
    },
  ]);
}

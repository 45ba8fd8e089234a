import { browser } from 'wxt/browser';
import { addedHosts } from '../../utils/hosts';

const id = 'added-hosts';

/** Keeps the page script registered on exactly the sites that the reviewer has added and still allows. */
export function followHostPermissions(): void {
  browser.permissions.onAdded.addListener(() => void register());
  browser.permissions.onRemoved.addListener(() => void register());
  browser.runtime.onInstalled.addListener(() => void register());
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

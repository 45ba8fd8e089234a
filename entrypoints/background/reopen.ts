import { browser } from 'wxt/browser';
import type { Anchor } from '../../utils/findings/finding';
import { ensurePageScript } from './injection';

/**
 * 打开原文并定位: the page is opened in a tab and, once its script is there, asks what it should show. What is
 * wanted waits in `storage.session`, so that a worker that sleeps in between changes nothing.
 */
const keyOf = (tabId: number) => `show:${tabId}`;

export async function openOriginal(url: string, anchor: Anchor | null): Promise<void> {
  const tab = await browser.tabs.create({ url: 'about:blank' });
  if (anchor && tab.id !== undefined) await browser.storage.session.set({ [keyOf(tab.id)]: anchor });
  await browser.tabs.update(tab.id!, { url });
}

/** Hands out, once, the quote that a tab was opened for; null when it was opened by the reviewer. */
export async function takeWanted(tabId: number): Promise<Anchor | null> {
  const key = keyOf(tabId);
  const wanted = ((await browser.storage.session.get(key))[key] as Anchor | undefined) ?? null;
  if (wanted) await browser.storage.session.remove(key);
  return wanted;
}

/** Sites that are not read by themselves get the script when their tab has loaded, if they were opened for a quote. */
export function listenToReopened(): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status !== 'complete') return;
    void browser.storage.session.get(keyOf(tabId)).then((found) => {
      if (keyOf(tabId) in found) return ensurePageScript(tab);
    });
  });
  browser.tabs.onRemoved.addListener((tabId) => void browser.storage.session.remove(keyOf(tabId)));
}

import { browser } from 'wxt/browser';
import type { PageCapture } from '../../utils/capture';
import type { Anchor } from '../../utils/findings/finding';
import { readsItself } from './hosts';
import { ensurePageScript } from './injection';

/**
 * Tabs that are opened for a purpose: 打开原文并定位 (a quote to show), 证明没有 (something to look for on the site's search).
 * The page's script asks for it once it is there; until then it waits in `storage.session`, so that a worker that
 * sleeps in between changes nothing.
 */
const keyOf = (kind: 'show' | 'prove', tabId: number) => `${kind}:${tabId}`;

export async function openOriginal(url: string, anchor: Anchor | null): Promise<void> {
  await openFor('show', url, anchor);
}

export async function openSearch(url: string, capture: PageCapture): Promise<void> {
  await openFor('prove', url, capture);
}

/** Hands out, once, the quote that a tab was opened for; null when it was opened by the reviewer. */
export function takeWanted(tabId: number): Promise<Anchor | null> {
  return take<Anchor>(keyOf('show', tabId));
}

/** Hands out, once, what a search tab was opened to look for. */
export function takeProof(tabId: number): Promise<PageCapture | null> {
  return take<PageCapture>(keyOf('prove', tabId));
}

async function openFor(
  kind: 'show' | 'prove',
  url: string,
  purpose: Anchor | PageCapture | null,
): Promise<void> {
  const tab = await browser.tabs.create({ url: 'about:blank' });
  if (purpose && tab.id !== undefined) await browser.storage.session.set({ [keyOf(kind, tab.id)]: purpose });
  await browser.tabs.update(tab.id!, { url });
}

async function take<Purpose>(key: string): Promise<Purpose | null> {
  const purpose = ((await browser.storage.session.get(key))[key] as Purpose | undefined) ?? null;
  if (purpose) await browser.storage.session.remove(key);
  return purpose;
}

/** Sites that are not read by themselves get the script when their tab has loaded, if they were opened for a quote. */
export function listenToReopened(): void {
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status !== 'complete' || !/^https?:/.test(tab.url ?? '')) return;
    const keys = [keyOf('show', tabId), keyOf('prove', tabId)];
    void browser.storage.session.get(keys).then(async (found) => {
      // A second script in a page that has its own would end the first, and with it what that one shows.
      if (Object.keys(found).length > 0 && !(await readsItself(tab.url!))) await ensurePageScript(tab);
    });
  });
  browser.tabs.onRemoved.addListener(
    (tabId) => void browser.storage.session.remove([keyOf('show', tabId), keyOf('prove', tabId)]),
  );
}

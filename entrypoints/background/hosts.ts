import { browser } from 'wxt/browser';
import { platformOfHost } from '../../utils/accounts/platform';
import { addedHosts, covers, hostOfPattern } from '../../utils/hosts';

/** The two scripts of pages: one for websites, one for the platforms of official accounts. A host has one of them. */
export type PageScript = 'page' | 'account';

const registrations: Record<PageScript, string> = { page: 'added-hosts', account: 'account-hosts' };

/** The script that reads a host. */
export function scriptOf(hostname: string): PageScript {
  return platformOfHost(hostname) ? 'account' : 'page';
}

/** Keeps the page scripts registered on exactly the sites that the reviewer has added and still allows. */
export function followHostPermissions(): void {
  browser.permissions.onAdded.addListener(() => void register());
  browser.permissions.onRemoved.addListener(() => void register());
  browser.runtime.onInstalled.addListener(() => void register());
}

/** True on sites that get their script without being asked: government sites, and those that the reviewer added. */
export async function readsItself(url: string): Promise<boolean> {
  const { hostname } = new URL(url);
  if (hostname.endsWith('.gov.cn')) return true;
  const registered = await browser.scripting.getRegisteredContentScripts({
    ids: Object.values(registrations),
  });
  return registered.some(({ matches }) => matches?.some((pattern) => covers(pattern, hostname)));
}

/** Changes come in one after the other; two of them at once would register twice. */
let last: Promise<void> = Promise.resolve();

function register(): Promise<void> {
  last = last.then(registerNow, registerNow);
  return last;
}

async function registerNow(): Promise<void> {
  const added = addedHosts((await browser.permissions.getAll()).origins ?? []);
  for (const script of ['page', 'account'] as const) {
    const id = registrations[script];
    const matches = added.filter((pattern) => scriptOf(hostOfPattern(pattern)) === script);
    await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => undefined);
    if (matches.length === 0) continue;
    await browser.scripting.registerContentScripts([
      {
        id,
        matches,
        js: [`content-scripts/${script}.js`],
        css: [`content-scripts/${script}.css`],
        runAt: 'document_idle',
      },
    ]);
  }
}

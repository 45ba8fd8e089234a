import { browser } from 'wxt/browser';
import type { Network } from './endpoint';
import { SyncProblem } from './problem';

/** How long after a failed request the browser's word for it may arrive, in ms. */
const WORD_MS = 300;

/** The permissions that an endpoint at this address needs; `webRequest` tells certificate problems apart. */
export function permissionsFor(url: string) {
  const { protocol, hostname } = new URL(url);
  return { origins: [`${protocol}//${hostname}/*`], permissions: ['webRequest' as const] };
}

/** Requests through the browser: only where it is allowed, and with its own word for what failed, where it says one. */
export function browserNetwork(url: string): Network & { close(): void } {
  const { origins } = permissionsFor(url);
  const words = new Map<string, string>();
  const events = browser.webRequest?.onErrorOccurred;
  const listen = (details: { url: string; error: string }) => void words.set(details.url, details.error);
  events?.addListener(listen, { urls: origins });
  return {
    async fetch(...request) {
      if (!(await browser.permissions.contains({ origins }))) throw new SyncProblem('permission');
      return fetch(...request);
    },
    async failure(failed) {
      if (!words.has(failed)) await new Promise((resolve) => setTimeout(resolve, WORD_MS));
      return words.get(failed) ?? null;
    },
    close: () => events?.removeListener(listen),
  };
}

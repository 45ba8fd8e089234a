import { browser } from 'wxt/browser';
import type { Shot } from '../../utils/findings/draft';
import { sendMessage } from '../../utils/messages';
import { say } from '../../utils/words';
import type { Tab } from './injection';

/**
 * The visible part of a tab as JPEG, without our own overlay in it. Never fails: where the browser refuses,
 * the reason comes back instead, since a finding without a picture is better than no finding.
 */
export async function takeScreenshot(tab: Tab, overlay: boolean): Promise<Shot> {
  const veil = (hidden: boolean) =>
    overlay ? sendMessage('veil', hidden, tab.id).catch(() => undefined) : undefined;
  try {
    await veil(true);
    const data = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'jpeg', quality: 80 });
    return { image: blobOf(data) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const refused = /activeTab|all_urls|permission/i.test(detail);
    return { missing: refused ? say('noImage.notAllowed') : say('noImage.failed', detail) };
  } finally {
    await veil(false);
  }
}

/** The bytes of a base64 data URL; `fetch` would need a wider content security policy. */
function blobOf(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',');
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? 'image/jpeg';
  return new Blob([Uint8Array.from(atob(body), (character) => character.charCodeAt(0))], { type });
}

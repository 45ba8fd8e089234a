import { browser } from 'wxt/browser';
import { sendMessage } from '../../utils/messages';
import { scriptOf } from './hosts';

type Tab = Parameters<Parameters<typeof browser.action.onClicked.addListener>[0]>[0];

export type { Tab };

/**
 * Makes sure that the page's script answers in a tab: already there on government sites, injected by the
 * permission that the reviewer's click gives elsewhere. False where the browser lets no extension in.
 */
export async function ensurePageScript(tab: Tab): Promise<boolean> {
  if (tab.id === undefined) return false;
  if (await answers(tab.id)) return true;
  const name = URL.canParse(tab.url ?? '') ? scriptOf(new URL(tab.url!).hostname) : 'page';
  const target = { tabId: tab.id };
  try {
    await browser.scripting.insertCSS({ target, files: [`/content-scripts/${name}.css`] });
    await browser.scripting.executeScript({ target, files: [`/content-scripts/${name}.js`] });
  } catch {
    return false;
  }
  return answers(tab.id);
}

async function answers(tabId: number): Promise<boolean> {
  try {
    return await sendMessage('ping', undefined, tabId);
  } catch {
    return false;
  }
}

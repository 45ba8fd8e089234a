import { browser } from 'wxt/browser';
import { flagTab } from './flag';
import { openNext } from './visits';
import { openWorkbench } from './workbench';

/** One click on the toolbar button, or Alt+Shift+F, records the page in view; Alt+Shift+N goes to the next item. */
export function listenToToolbar(): void {
  browser.action.onClicked.addListener((tab) => void flagTab(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'flag-page') void (tab ? flagTab(tab) : flagActiveTab());
    if (command === 'next-item') void nextItem(tab);
  });
}

/** Where nothing is left to open, the coverage board says why. */
async function nextItem(tab: Parameters<typeof openNext>[0]): Promise<void> {
  if (!(await openNext(tab))) await openWorkbench({});
}

/** Firefox before 126 names no tab with a command. */
async function flagActiveTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab) await flagTab(tab);
}

import { browser } from 'wxt/browser';
import { sendMessage } from '../../utils/messages';
import { flagTab } from './flag';
import { ensurePageScript } from './injection';
import { openNext } from './visits';
import { openWorkbench } from './workbench';

/** One click on the toolbar button, or Alt+Shift+F, records the page in view; Alt+Shift+N goes to the next item. */
export function listenToToolbar(): void {
  browser.action.onClicked.addListener((tab) => void flagTab(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'flag-page') void (tab ? flagTab(tab) : flagActiveTab());
    if (command === 'next-item') void nextItem(tab);
    if (command === 'type-date') void typeDate(tab);
  });
}

/** Where nothing is left to open, the coverage board says why. */
async function nextItem(tab: Parameters<typeof openNext>[0]): Promise<void> {
  if (!(await openNext(tab))) await openWorkbench({});
}

/** 录入日期 on the page at hand: where its account cannot be read, the reviewer says what the phone shows. */
async function typeDate(tab: Parameters<typeof flagTab>[0] | undefined): Promise<void> {
  if (tab && (await ensurePageScript(tab))) await sendMessage('openPanel', { typing: true }, tab.id);
  else await openWorkbench({});
}

/** Firefox before 126 names no tab with a command. */
async function flagActiveTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab) await flagTab(tab);
}

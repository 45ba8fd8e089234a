import { browser } from 'wxt/browser';
import { flagTab } from './flag';

/** One click on the toolbar button, or Alt+Shift+F, records the page in view. */
export function listenToToolbar(): void {
  browser.action.onClicked.addListener((tab) => void flagTab(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'flag-page') void (tab ? flagTab(tab) : flagActiveTab());
  });
}

/** Firefox before 126 names no tab with a command. */
async function flagActiveTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab) await flagTab(tab);
}

import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { sendMessage } from '../../utils/messages';
import { flagTab, flagWhole } from './flag';
import { ensurePageScript } from './injection';
import { openWorkbench } from './workbench';

/** The context menus, made anew at install and update: 标记选中文字, the panel, the workbench. */
export function createMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({
        id: 'flag-selection',
        title: i18n.t('menu.flagSelection'),
        contexts: ['selection'],
      });
      browser.contextMenus.create({
        id: 'flag-whole',
        title: i18n.t('menu.flagWhole'),
        contexts: ['page', 'action'],
      });
      browser.contextMenus.create({
        id: 'open-panel',
        title: i18n.t('menu.openPanel'),
        contexts: ['page', 'action'],
      });
      browser.contextMenus.create({ id: 'workbench', title: i18n.t('menu.workbench'), contexts: ['action'] });
    });
  });
}

export function listenToMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'workbench') void openWorkbench({});
    else if (!tab) return;
    else if (info.menuItemId === 'flag-selection') void flagTab(tab, info.selectionText);
    else if (info.menuItemId === 'flag-whole') void flagWhole(tab);
    else if (info.menuItemId === 'open-panel') void openPanel(tab);
  });
}

async function openPanel(tab: Parameters<typeof flagTab>[0]): Promise<void> {
  if (await ensurePageScript(tab)) await sendMessage('openPanel', { typing: false }, tab.id);
  else await openWorkbench({ notice: 'unreadable' });
}

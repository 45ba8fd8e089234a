import { browser } from 'wxt/browser';

/** What the workbench shows when it opens: one finding, or a notice about the page that was clicked on. */
export interface WorkbenchTarget {
  finding?: string;
  notice?: 'unreadable';
}

/** Brings the workbench to the front: the tab that has it, or a new one. */
export async function openWorkbench(target: WorkbenchTarget): Promise<void> {
  const page = browser.runtime.getURL('/workbench.html' as never);
  const hash = new URLSearchParams(target as Record<string, string>).toString();
  const url = hash ? `${page}#${hash}` : page;
  const [open] = await browser.tabs.query({ url: `${page}*` }).catch(() => []);
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { active: true, ...(hash ? { url } : {}) });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  } else {
    await browser.tabs.create({ url });
  }
}

import { browser } from 'wxt/browser';

/** Where the findings store keeps its second copies, and, in Chromium, whose `storage.local` is a LevelDB, whether that was renewed. */
export const copies = {
  mirror: browser.storage.local,
  session: import.meta.env.FIREFOX ? undefined : browser.storage.session,
};

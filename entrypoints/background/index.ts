import { defineBackground } from 'wxt/utils/define-background';
import { listenToPages } from './answers';
import { keepBackups } from './backups';
import { listenToCampaign } from './campaignAnswers';
import { followHostPermissions } from './hosts';
import { listenToIgnores } from './ignores';
import { createMenus, listenToMenus } from './menus';
import { followPolicy } from './policy';
import { listenToReading } from './readingLog';
import { listenToReopened } from './reopen';
import { listenToRounds } from './rounds';
import { listenToSame } from './same';
import { keepInSync } from './sync';
import { listenToToolbar } from './toolbar';
import { listenToTypos } from './typos';
import { listenToWalks } from './walk';

/** Wiring only. Every listener is registered before the first await: a woken worker must not miss its event. */
export default defineBackground(() => {
  listenToToolbar();
  listenToMenus();
  listenToPages();
  listenToTypos();
  listenToWalks();
  listenToSame();
  listenToIgnores();
  listenToCampaign();
  listenToReading();
  listenToRounds();
  listenToReopened();
  followHostPermissions();
  followPolicy();
  keepInSync();
  keepBackups();
  createMenus();
});

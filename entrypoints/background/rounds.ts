import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { dueToday } from '../../utils/campaign/progress/rounds';
import { civilOfInstant } from '../../utils/dates/civil';
import { openCampaign } from './campaign';
import { openWorkbench } from './workbench';

const ALARM = 'rounds';
const EVERY_MINUTES = 60;
const SAID = 'rounds:said';

/** Reminds once a day of recurring rounds that are due; only where the reviewer has allowed notifications. */
export function listenToRounds(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void remind();
  });
  // The API is there only once its permission is.
  browser.notifications?.onClicked.addListener(() => void openWorkbench({}));
  void keepAlarm();
}

/**
 * Browsers may drop alarms at an update or a restart, and not every start is an installation. One that runs is left alone:
 * made anew at every waking of the background, it would never come round.
 */
async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get(ALARM)) return;
  await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
}

async function remind(): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const open = await openCampaign();
  if (!open) return;
  const today = civilOfInstant(Date.now());
  if ((await browser.storage.local.get(SAID))[SAID] === today) return;
  const due = dueToday(open.campaign.rounds, open.board, today).filter(({ items }) => items.length > 0);
  if (due.length === 0) return;
  await browser.storage.local.set({ [SAID]: today });
  await browser.notifications.create(ALARM, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png' as never),
    title: i18n.t('rounds.due'),
    message: due
      .map(({ round, items, total }) =>
        (i18n.t as (key: string, args: string[]) => string)('rounds.dueLine', [
          round.name,
          String(items.length),
          String(total),
        ]),
      )
      .join('\n'),
  });
}

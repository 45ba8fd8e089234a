import { civilOfInstant } from '../../utils/dates/civil';
import { onMessage } from '../../utils/messages';
import { openReadingLog, type ReadingLog } from '../../utils/reading/log';
import { loadSettings } from '../../utils/settings';
import { openCampaign } from './campaign';

let opened: Promise<ReadingLog> | null = null;

function readingLog(): Promise<ReadingLog> {
  opened ??= openReadingLog().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** 读网记录: keeps what pages report, only where the reviewer has asked for it and only for items of the roster. */
export function listenToReading(): void {
  onMessage('readFor', async ({ data: { item, url, title, seconds, share } }) => {
    const open = await keeping(item);
    if (!open) return;
    const now = Date.now();
    await (await readingLog()).add({
      day: civilOfInstant(now),
      at: new Date(now).toISOString(),
      campaign: open.campaign.id,
      item,
      url,
      title,
      seconds,
      share,
    });
  });
  onMessage('wereRead', async ({ data: { item, urls } }) => {
    const open = await keeping(item);
    return open ? (await readingLog()).wereRead(open.campaign.id, urls) : urls.map(() => false);
  });
}

async function keeping(item: string) {
  if (!(await loadSettings()).reading) return null;
  const open = await openCampaign();
  return open?.records.some((record) => record.item.id === item) ? open : null;
}

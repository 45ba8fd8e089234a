import { onMessage, sendMessage } from '../../utils/messages';
import type { TypoHost, TypoReply, TypoRequest } from '../../utils/typos/host';
import { startTypoHost } from '../offscreen/host';
import { officeWords } from './officeWords';
import { ensureOffscreenPage } from './offscreen';
import { withoutSiteUsage } from './usage';

let own: TypoHost | null = null;

/** Answers pages that want their text checked: in Firefox here, in Chromium through the offscreen page. */
export function listenToTypos(): void {
  onMessage('checkTypos', async ({ data, sender }) => {
    const reply = await check({ ...data, office: await officeWords() });
    return sender.tab?.url ? withoutSiteUsage(sender.tab.url, data.texts, reply) : reply;
  });
}

async function check(request: TypoRequest): Promise<TypoReply> {
  if (import.meta.env.FIREFOX) {
    own ??= startTypoHost();
    return own.check(request);
  }
  await ensureOffscreenPage();
  return sendMessage('runTypos', request);
}

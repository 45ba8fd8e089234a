import { browser } from 'wxt/browser';
import { onMessage, sendMessage } from '../../utils/messages';
import type { TypoHost, TypoReply, TypoRequest } from '../../utils/typos/host';
import { startTypoHost } from '../offscreen/host';
import { officeWords } from './officeWords';

const page = '/offscreen.html';

let own: TypoHost | null = null;
let opening: Promise<void> | null = null;

/** Answers pages that want their text checked: in Firefox here, in Chromium through the offscreen page. */
export function listenToTypos(): void {
  onMessage('checkTypos', async ({ data }) => check({ ...data, office: await officeWords() }));
}

async function check(request: TypoRequest): Promise<TypoReply> {
  if (import.meta.env.FIREFOX) {
    own ??= startTypoHost();
    return own.check(request);
  }
  await ensureOffscreenPage();
  return sendMessage('runTypos', request);
}

/** At most one offscreen page may exist; two questions at once must not open two. */
async function ensureOffscreenPage(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  opening ??= browser.offscreen
    .createDocument({
      url: page,
      reasons: ['WORKERS'],
      justification: 'Checks text for typos in a worker, off the page and inside the browser.',
    })
    .finally(() => {
      opening = null;
    });
  await opening;
}

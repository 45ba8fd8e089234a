import { browser } from 'wxt/browser';

const page = '/offscreen.html';

let opening: Promise<void> | null = null;

/** Chromium: at most one offscreen page may exist; two questions at once must not open two. */
export async function ensureOffscreenPage(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  opening ??= browser.offscreen
    .createDocument({
      url: page,
      reasons: ['WORKERS', 'DOM_PARSER'],
      justification:
        'Checks text for typos in a worker, and reads pages that the reviewer asked to be fetched, off the page and inside the browser.',
    })
    .finally(() => {
      opening = null;
    });
  await opening;
}

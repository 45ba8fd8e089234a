import { browser } from 'wxt/browser';
import { words } from '../../components/shared/words';
import type { PageEvidence } from '../../utils/capture';
import { drawEvidence } from '../../utils/evidence/picture';
import type { SavedPage, Shot } from '../../utils/findings/draft';
import { sha256Blob } from '../../utils/findings/sha256';
import { withoutSecrets } from '../../utils/findings/url';
import { sendMessage } from '../../utils/messages';
import { beijingTime } from '../../utils/report/columns';
import { type Sentence, say } from '../../utils/words';
import { blobOf } from './blobs';
import type { Tab } from './injection';

/**
 * The visible part of a tab with the quote outlined and a caption, without our own overlay in it, and the page's HTML. Never
 * fails: where the browser refuses, the reason comes back instead, since a finding without a picture is better
 * than no finding.
 */
export async function takeEvidence(tab: Tab, overlay: boolean): Promise<Shot> {
  const veil = (hidden: boolean) =>
    overlay ? sendMessage('veil', hidden, tab.id).catch(() => undefined) : undefined;
  let page: PageEvidence | null = null;
  let picture: Blob | { missing: Sentence };
  try {
    await veil(true);
    page = overlay ? await sendMessage('pageEvidence', undefined, tab.id).catch(() => null) : null;
    picture = await captureTab(tab);
  } catch (error) {
    picture = { missing: refusal(error) };
  } finally {
    await veil(false);
  }
  const saved = savedPage(page);
  if (!(picture instanceof Blob)) return { ...picture, ...saved };
  if (!page) return { image: picture, focus: null, ...saved };
  const { boxes, window } = page;
  const caption = await captionOf(tab.url ?? '', saved);
  const drawn = await drawEvidence(picture, { boxes, window, caption }).catch(() => null);
  return { ...(drawn ?? { image: picture, focus: null }), ...saved };
}

/** Chromium takes two pictures a second; how long in ms to wait before asking again, and how often. */
const pause = 600;
const patience = 4;

/**
 * What a tab shows now, as the browser draws it; a picture that comes too soon after others waits its turn, as long as the
 * tab stays in front. Throws what {@link refusal} puts into words.
 */
export async function captureTab(tab: Tab): Promise<Blob> {
  for (let tries = 1; ; tries++) {
    try {
      return blobOf(await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' }));
    } catch (error) {
      if (tries === patience || !/CALLS_PER_SECOND/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (!(await browser.tabs.get(tab.id!)).active) throw error;
    }
  }
}

/** Why the browser gave no picture. */
export function refusal(error: unknown): Sentence {
  const detail = error instanceof Error ? error.message : String(error);
  const refused = /activeTab|all_urls|permission/i.test(detail);
  return refused ? say('noImage.notAllowed') : say('noImage.failed', detail);
}

/** The HTML as a file, or the reason why there is none. */
function savedPage(page: PageEvidence | null): SavedPage {
  if (!page) return { htmlMissing: say('noHtml.unreadable') };
  return typeof page.html === 'string'
    ? { html: new Blob([page.html], { type: 'text/html;charset=utf-8' }) }
    : { htmlMissing: page.html };
}

/** Where, when and by what. */
export function whereAndWhen(url: string): Sentence[] {
  const now = new Date().toISOString();
  const seconds = now.slice(16, 19);
  const { version } = browser.runtime.getManifest();
  return [
    say('caption.url', withoutSecrets(url)),
    say('caption.time', `${beijingTime(now)}${seconds}`, version),
  ];
}

/** Where, when, by what, and which content: what a picture has to say for itself once it is passed on alone. */
async function captionOf(url: string, saved: SavedPage): Promise<string[]> {
  return [
    ...whereAndWhen(url).map(words),
    saved.html
      ? words(say('caption.hash', await sha256Blob(saved.html)))
      : `${words(say('caption.noHash'))} ${saved.htmlMissing ? words(saved.htmlMissing) : ''}`.trim(),
  ];
}

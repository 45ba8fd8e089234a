import { browser } from 'wxt/browser';
import { words } from '../../components/shared/words';
import type { PageTile, RecordedNow, Toast } from '../../utils/capture';
import { planOf, stitcher } from '../../utils/evidence/stitch';
import { StoreError } from '../../utils/findings/errors';
import { sendMessage } from '../../utils/messages';
import { type Sentence, say } from '../../utils/words';
import type { Tab } from './injection';
import { captureTab, refusal, whereAndWhen } from './screenshot';
import { findings } from './store';

/** ms between two pictures: Chromium takes two a second. */
const INTERVAL = 550;

/** Adds a picture of the whole page in a tab to what was just recorded, and says what came of it. Never throws. */
export async function addWholePage(tab: Tab, recorded: RecordedNow): Promise<Toast> {
  try {
    const { image, cut } = await takeWholePage(tab);
    const look = { what: 'whole', time: new Date().toISOString(), image } as const;
    const entries = await (await findings()).attach(recorded.finding, look);
    return {
      text: say('toast.wholePage'),
      ...(cut ? { detail: say('wholePage.cut') } : {}),
      tone: 'ok',
      recorded: { ...recorded, undo: entries.map(({ _id }) => _id), whole: true },
    };
  } catch (error) {
    return { text: say('toast.noWholePage'), detail: reasonOf(error), tone: 'warn', recorded };
  }
}

/** The page was left or changed while it was being photographed; a picture of something else is no evidence. */
class Interrupted extends Error {}

function reasonOf(error: unknown): Sentence {
  if (error instanceof StoreError) return error.sentence;
  return error instanceof Interrupted ? say('wholePage.interrupted') : refusal(error);
}

/** Scrolls through the page and puts its screens together; `cut` when it is too long for one picture. */
async function takeWholePage(tab: Tab): Promise<{ image: Blob; cut: boolean }> {
  const hidden = new Set<string>();
  const rules: string[] = [];
  const target = { tabId: tab.id! };
  await sendMessage('veil', true, tab.id);
  try {
    const { page, window } = await sendMessage('beginWholePage', undefined, tab.id);
    const plan = planOf(page, window);
    const caption = [
      ...whereAndWhen(tab.url ?? ''),
      ...(plan.cut ? [say('wholePage.cutAt', plan.height, page.height)] : [say('wholePage.whole')]),
    ];
    const picture = stitcher(plan, window, caption.map(words));
    const screens = Math.ceil(plan.height / window.height);
    for (let screen = 0, taken = 0; screen < screens; screen++) {
      await browser.action.setBadgeText({ tabId: tab.id, text: `${screen + 1}/${screens}` });
      const tile = await sendMessage('showTile', screen * window.height, tab.id);
      if (screen > 0) {
        const css = cssFor(tile, hidden);
        if (css) {
          await browser.scripting.insertCSS({ target, css, origin: 'USER' });
          rules.push(css);
        }
      }
      await new Promise((done) => setTimeout(done, Math.max(0, taken + INTERVAL - Date.now())));
      await picture.add(await captureSame(tab), tile.y);
      taken = Date.now();
    }
    return { image: await picture.finish(), cut: plan.cut };
  } finally {
    for (const css of rules)
      await browser.scripting.removeCSS({ target, css, origin: 'USER' }).catch(() => {});
    await sendMessage('endWholePage', undefined, tab.id).catch(() => {});
    await sendMessage('veil', false, tab.id).catch(() => {});
    await browser.action.setBadgeText({ tabId: tab.id, text: '' }).catch(() => {});
  }
}

/**
 * What stands still in the window shows on the first screen and is out of the way on the others: fixed elements fade, sticky ones
 * stay in their place. The rules are the browser's own (origin USER): nothing in the page changes, and its scripts see nothing.
 */
function cssFor({ fixed, sticky }: PageTile, known: Set<string>): string {
  const fresh = (selectors: string[]) => selectors.filter((one) => !known.has(one) && known.add(one));
  const rule = (selectors: string[], body: string) =>
    selectors.length > 0 ? `${selectors.join(',')}{${body}}` : '';
  return (
    rule(fresh(fixed), 'opacity:0!important;transition:none!important;animation:none!important') +
    rule(fresh(sticky), 'position:relative!important;inset:auto!important')
  );
}

/** The picture of this very page: the browser photographs whatever tab is in front. */
async function captureSame(tab: Tab): Promise<Blob> {
  const isThere = async () => {
    const { active, url } = await browser.tabs.get(tab.id!);
    if (!active || url !== tab.url) throw new Interrupted();
  };
  await isThere();
  const picture = await captureTab(tab);
  await isThere();
  return picture;
}

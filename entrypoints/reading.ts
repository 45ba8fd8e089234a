import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { visitOf } from '../utils/campaign/visit';
import type { Category } from '../utils/checks/category';
import { siteChecks } from '../utils/checks/registry';
import { judge } from '../utils/checks/run';
import { sinkNoisy } from '../utils/checks/sink';
import { consultationsShown } from '../utils/consultations/read';
import { layOut } from '../utils/page/fetched';
import { readPage } from '../utils/page/read';
import type { FetchedReading, ReadingRequest } from '../utils/walk/fetched';

/** Fewer characters than this are a page that its scripts would have filled. */
const LEAST = 40;
/** What depends on pictures, style sheets or scripts is judged on the opened page only. */
const LEFT_TO_THE_PAGE: readonly Category[] = ['identity', 'tampering', 'link'];
const judged = siteChecks.filter(({ category }) => !LEFT_TO_THE_PAGE.includes(category));

/** Reads and judges fetched pages off the page's thread; loaded by an extension page when the first one comes (offscreen/reading.ts). */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { duwangReadFetched: readFetched });
});

async function readFetched({ url, html, now, pack, sunk }: ReadingRequest): Promise<FetchedReading> {
  const page = await layOut(document, html, url);
  try {
    const { snapshot } = readPage(page.document, { url, now: Date.now() });
    for (const detail of page.frames) snapshot.limits.push({ kind: 'frame', detail });
    const outcomes = sinkNoisy(judge(snapshot, { now, pack }, judged), sunk);
    const words = snapshot.blocks.reduce((sum, block) => sum + block.text.length, 0);
    return {
      visit: visitOf(snapshot, outcomes, consultationsShown(snapshot)),
      outcomes: outcomes.filter(({ kind }) => kind === 'fail' || kind === 'review'),
      empty: words < LEAST,
    };
  } finally {
    page.close();
  }
}

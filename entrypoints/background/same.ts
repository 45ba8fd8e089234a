import { pageKey } from '../../utils/findings/url';
import { onMessage } from '../../utils/messages';
import { findSame, type SamePlace } from '../../utils/viewed/find';
import { keepViewed, viewedIn } from '../../utils/viewed/store';
import { say } from '../../utils/words';
import { openCampaign } from './campaign';
import { record } from './flag';
import { findings } from './store';

/** 举一反三: keeps the texts viewed in the open campaign, looks for an error in all of them, records it everywhere. */
export function listenToSame(): void {
  onMessage('pageText', async ({ data }) => {
    const open = await openCampaign();
    if (open) await keepViewed(open.campaign.id, data);
  });
  onMessage('sameElsewhere', async ({ data: { here, search } }) => {
    const open = await openCampaign();
    const kept = open ? await viewedIn(open.campaign.id) : [];
    const others = kept.filter(({ url }) => pageKey(url) !== pageKey(here.url));
    const places = findSame([here, ...others], search, open?.campaign.id);
    const recorded = await (await findings()).some([...new Set(places.map(({ finding }) => finding))]);
    const known = new Set(recorded.map(({ id }) => id));
    return {
      pages: others.length + 1,
      places: places.map((place) => ({ ...place, recorded: known.has(place.finding) })),
    };
  });
  onMessage('flagSame', async ({ data: { capture, places }, sender }) => {
    const undo: string[] = [];
    let last = null;
    for (const { page, sentence, anchor } of oneEach(places)) {
      const own = pageKey(page.url) === pageKey(capture.url);
      last = await record(
        { ...capture, ...page, sentence, anchor, outcomes: own ? capture.outcomes : [] },
        { missing: say('noImage.elsewhere') },
        sender.tab!,
      );
      if (!last.recorded) return last;
      undo.push(...last.recorded.undo);
    }
    return {
      text: say('toast.recordedSame', places.length, oneEach(places).length),
      detail: say('noImage.elsewhere'),
      tone: 'ok',
      ...(last?.recorded ? { recorded: { ...last.recorded, undo } } : {}),
    };
  });
}

/** One place of each finding: the same words of one page are one finding. */
function oneEach(places: readonly SamePlace[]): SamePlace[] {
  return [...new Map([...places].reverse().map((place) => [place.finding, place])).values()].reverse();
}

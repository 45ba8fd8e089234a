import { typedUpdateOf } from '../../utils/campaign/judgeTyped';
import { typedValue } from '../../utils/campaign/progress/typed';
import type { PagePlace, PageVisit } from '../../utils/campaign/visit';
import { dayOf } from '../../utils/dates/civil';
import type { CivilDate } from '../../utils/page/snapshot';
import { blobOf } from './blobs';
import { judging, openCampaign } from './campaign';
import { findings } from './store';
import { placeOf } from './visits';

/** Keeps what a reviewer typed of an account on its page, with the picture; only accounts of the roster can keep it. */
export async function keepTyped(typed: {
  visit: PageVisit;
  day: CivilDate | null;
  words: string;
  picture: string | null;
}): Promise<{ place: PagePlace | null; kept: boolean }> {
  const open = await openCampaign();
  const item = open?.recognise(typed.visit);
  if (!open || item?.kind !== 'account') return { place: null, kept: false };
  const store = await findings();
  const picture = typed.picture && (await store.putBlob(blobOf(typed.picture)));
  const at = new Date(Date.now()).toISOString();
  const { checkpoint, pack } = await judging(typed.visit.url);
  const { day, words } = typed;
  const update = typedUpdateOf(item, { day, words, picture }, at, { now: checkpoint ?? dayOf(at), pack });
  await store.set([[item.id, typedValue(update)]]);
  return { place: placeOf((await openCampaign()) ?? open, item.id, typed.visit), kept: true };
}

import type { Judgement } from './context/judgement';
import type { ContextModel } from './context/model';
import { changedText, type Edit, gapBetween, isSingle } from './edits';
import type { Proposal } from './proposals';

/** Neighbours to either side that are asked how they like a change; those further off than two are taken together. */
const NEIGHBOURS = 6;
const SINGLY = 2;
/** Characters to either side that are read for it. */
const AROUND = 30;
/** Another proposal within so many characters may stem from the same accident. */
const SAME_ACCIDENT = 8;
/** What is said where nothing can be said: nothing speaks for or against. */
const NO_RIVAL = -8;

/** One neighbour: its distance (below 0 to the left), and ln p of it in its confusion set before and after the change. */
interface Neighbour {
  distance: number;
  before: number;
  after: number;
}

/**
 * What the arbiter is told of a doubtful proposal: everything the scorer was told and said, how much better the neighbours fit
 * with the change made, what the context model would say of the place if it could choose freely, and what else is proposed. A
 * wrong character makes its neighbours look wrong too; a rare name does not. The order is that of the trained weights.
 */
export function gather(
  context: ContextModel,
  han: Uint8Array,
  ids: Uint16Array,
  proposal: Proposal,
  proposals: readonly Proposal[],
): number[] {
  const { edit, features, logit } = proposal;
  return [
    logit,
    ...features,
    ...ofNeighbours(context, han, ids, edit),
    ...ofRivals(
      edit,
      proposals.filter((other) => other !== proposal),
    ),
  ];
}

/** The text around an edit without and with it; `asked` are places of Chinese characters beside it, `place` counting without it. */
interface Around {
  before: Uint16Array;
  after: Uint16Array;
  /** Place of the edit. */
  at: number;
  asked: { distance: number; place: number; placeAfter: number }[];
}

function lookAround(han: Uint8Array, ids: Uint16Array, edit: Edit): Around {
  const { start, end, replacement } = edit;
  const from = Math.max(0, start - AROUND);
  const to = Math.min(ids.length, end + AROUND);
  const before = ids.subarray(from, to);
  const after = changedText(ids, edit, from, to);
  const longer = replacement.length - (end - start);
  const asked: Around['asked'] = [];
  for (let distance = 1; distance <= NEIGHBOURS; distance++) {
    const left = start - distance - from;
    const right = end + distance - 1 - from;
    if (left >= 0) asked.push({ distance: -distance, place: left, placeAfter: left });
    if (right < before.length) asked.push({ distance, place: right, placeAfter: right + longer });
  }
  return { before, after, at: start - from, asked: asked.filter(({ place }) => han[before[place]!]) };
}

function ofNeighbours(context: ContextModel, han: Uint8Array, ids: Uint16Array, edit: Edit): number[] {
  const { before, after, at, asked } = lookAround(han, ids, edit);
  const single = isSingle(edit);
  const placesBefore = asked.map(({ place }) => place);
  const asItStands = context.judge(
    before,
    single ? [...placesBefore, at] : placesBefore,
    undefined,
    (place) => single && place === at,
  );
  const changed = context.judge(
    after,
    asked.map(({ placeAfter }) => placeAfter),
  );
  const neighbours = asked.map(({ distance, place, placeAfter }): Neighbour => {
    const fit = (judged: typeof changed, where: number): number =>
      judged.get(where)!.fit(before[place]!).original;
    return { distance, before: fit(asItStands, place), after: fit(changed, placeAfter) };
  });
  const gained = (holds: (distance: number) => boolean): number =>
    neighbours
      .filter(({ distance }) => holds(distance))
      .reduce((sum, one) => sum + one.after - one.before, 0);
  return [
    ...[-1, -2, 1, 2].map((one) => gained((distance) => distance === one)),
    gained((distance) => distance < -SINGLY),
    gained((distance) => distance > SINGLY),
    Math.min(0, ...neighbours.map((one) => one.before)),
    Math.min(0, ...neighbours.map((one) => one.after)),
    neighbours.reduce((sum, one) => sum + one.after, 0),
    ...ofFreeChoice(single ? asItStands.get(at)! : null, before[at]!, edit.replacement[0]!),
  ];
}

/** ln p of what stands there and of what is proposed among all characters, and how far the latter is from the best. */
function ofFreeChoice(judgement: Judgement | null, old: number, fresh: number): number[] {
  const [was, would] = [judgement?.among(old), judgement?.among(fresh)];
  return was && would ? [was.candidate, would.candidate, would.candidate - would.best] : [0, 0, 0];
}

/** The likeliest other proposal for the same characters, for those nearby, and how many in the sentence are as likely as not. */
function ofRivals(own: Edit, others: readonly Proposal[]): number[] {
  let rival = NO_RIVAL;
  let nearby = NO_RIVAL;
  let likely = 0;
  for (const { edit, logit } of others) {
    const gap = gapBetween(edit, own);
    if (gap <= 0) rival = Math.max(rival, logit);
    else if (gap <= SAME_ACCIDENT) nearby = Math.max(nearby, logit);
    if (gap > 0 && logit > 0) likely++;
  }
  return [rival, nearby, Math.min(likely, 5)];
}

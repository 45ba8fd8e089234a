import { NOTHING_SAID, ofProof, type Proof, range } from './corrector/proof';
import { type Edit, gapBetween } from './edit';
import type { Proposal } from './proposals';
import { surprise } from './surprise';
import { twins } from './twins';

/** Another proposal within so many characters may stem from the same accident. */
const SAME_ACCIDENT = 8;
/** More of the same tell no more. */
const MOST_TWINS = 3;
/** What counts as near a change, in characters. */
const NEARBY = 30;
/** What is said where nothing can be said: nothing speaks for or against. */
const NO_RIVAL = -8;

/** What a proposal is about: the text, and what its characters are known to be. */
export interface Scene {
  ids: Uint16Array;
  /** 1 for Chinese characters, by id. */
  han: Uint8Array;
  /** How well each place was expected, ln p. */
  logs: Float32Array;
  /** Null without a corrector, and where nothing was in doubt. */
  proof: Proof | null;
}

/**
 * What the arbiter is told of a doubtful proposal: everything the scorer was told and said, what else is proposed, whether the
 * same stands elsewhere, how unfamiliar the text reads, and what the corrector thinks of the sentence. The order is that of the trained weights.
 */
export function gather(
  { ids, han, logs, proof }: Scene,
  proposal: Proposal,
  proposals: readonly Proposal[],
): number[] {
  const { edit, features, logit } = proposal;
  const others = proposals.filter((other) => other !== proposal);
  const again = edit.replacement.length === edit.end - edit.start ? twins(ids, edit, han) : [];
  return [
    logit,
    ...features,
    ...ofRivals(edit, others),
    Math.min(again.length, MOST_TWINS),
    surprise(logs, edit, logs.length),
    surprise(logs, edit, NEARBY),
    ...(proof ? ofProof(proof.hiding(places(again, edit)), ids, edit) : NOTHING_SAID),
  ];
}

/** The places of the characters of all twins of a change. */
function places(again: readonly number[], { start, end }: Edit): number[] {
  return again.flatMap((at) => range(at, at + end - start));
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

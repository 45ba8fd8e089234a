import { NOTHING_SAID, ofProof, type Proof } from './corrector/proof';
import { type Edit, gapBetween } from './edit';
import type { Proposal } from './proposals';

/** Another proposal within so many characters may stem from the same accident. */
const SAME_ACCIDENT = 8;
/** What is said where nothing can be said: nothing speaks for or against. */
const NO_RIVAL = -8;

/**
 * What the arbiter is told of a doubtful proposal: everything the scorer was told and said, what else is proposed, and what
 * the corrector thinks of the sentence. The order is that of the trained weights.
 */
export function gather(
  ids: Uint16Array,
  proposal: Proposal,
  proposals: readonly Proposal[],
  proof: Proof | null,
): number[] {
  const { edit, features, logit } = proposal;
  return [
    logit,
    ...features,
    ...ofRivals(
      edit,
      proposals.filter((other) => other !== proposal),
    ),
    ...(proof ? ofProof(proof, ids, edit) : NOTHING_SAID),
  ];
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

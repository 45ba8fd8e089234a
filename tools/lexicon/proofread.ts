import { readFileSync } from 'node:fs';
import { distance } from '../../utils/anchors/distance';
import { CLOSE } from '../../utils/typos/care';
import { changedText, type Edit } from '../../utils/typos/edit';
import { normalise } from '../../utils/typos/normalise';
import type { Proposal, Proposer } from '../../utils/typos/proposals';
import { QUICK_AND_WIDE } from './examples';
import type { Example } from './train';

/** A sentence as somebody wrote it, and as it should read. */
export type Proofread = [wrong: string, right: string];

/** Reads a list of sentences, one a line, with a tab between what was written and what it should read. */
export function readProofread(file: string): Proofread[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [wrong = '', right = ''] = line.split('\t');
    return [wrong, right];
  });
}

/** What a list may teach: its first half. Neighbours often come from one text, so that every other line would tell of the rest. */
export function taught<T>(list: readonly T[]): T[] {
  return list.slice(0, Math.floor(list.length / 2));
}

/** The half of a list that is kept for measuring. */
export function kept<T>(list: readonly T[]): T[] {
  return list.slice(Math.floor(list.length / 2));
}

/** Labels every proposal for the sentences, looked at in both ways, that `tells` something. */
export function proofreadExamples(
  list: readonly Proofread[],
  proposer: Proposer,
  tells: (proposal: Proposal) => number[] | null,
): Example[] {
  return list.flatMap((pair) => {
    const [wrong, right] = pair.map((sentence) => proposer.ids(normalise(sentence).text)) as [
      Uint16Array,
      Uint16Array,
    ];
    const proposals = [QUICK_AND_WIDE, CLOSE].flatMap((care) => proposer.propose(wrong, care));
    return proposals.flatMap((proposal) => {
      const features = tells(proposal);
      return features
        ? [{ features, right: leadsTo(right, wrong, proposal.edit) ? 1 : 0, real: true } as const]
        : [];
    });
  });
}

/** True when all that an edit changes has to be changed so: the text is nearer to what it should read by every character of it. */
export function leadsTo(right: ArrayLike<number>, ids: Uint16Array, edit: Edit): boolean {
  const changed = changedText(ids, edit);
  const done = distance(ids, changed);
  return done > 0 && distance(ids, right) - distance(changed, right) === done;
}

import { CLOSE, QUICK } from '../../utils/typos/care';
import type { Edit } from '../../utils/typos/edits';
import type { Proposer } from '../../utils/typos/proposals';
import type { Slip, Spoiler, Spoilt } from './noise';
import type { Example } from './train';

/** Spoils held-out sentences (about half of them) and labels every proposal that they call forth. */
export function makeExamples(
  sentences: string[],
  proposer: Proposer,
  spoiler: Spoiler,
  random: () => number,
): Example[] {
  const examples: Example[] = [];
  for (const sentence of sentences) {
    const ids = proposer.ids(sentence);
    if (ids.length < 5) continue;
    const dice = random();
    const spoilt = spoiler.spoil(ids, dice < 0.45 ? 0 : dice < 0.8 ? 1 : dice < 0.95 ? 2 : 3);
    // One scorer serves both ways of looking.
    const care = random() < 0.5 ? QUICK : CLOSE;
    for (const { edit, features } of proposer.propose(spoilt.ids, care)) {
      examples.push({ features, right: repairs(edit, spoilt) ? 1 : 0 });
    }
  }
  return examples;
}

/** True when the edit undoes one slip exactly, whichever way it is spelt (of two doubled characters either may go). */
function repairs(edit: Edit, { ids, slips }: Spoilt): boolean {
  return slips.some(
    (slip) =>
      Math.abs(slip.start - edit.start) <= 2 &&
      same(changed(ids, edit, edit.replacement), changed(ids, slip, slip.right)),
  );
}

function changed(
  ids: Uint16Array,
  { start, end }: Pick<Slip, 'start' | 'end'>,
  replacement: number[],
): number[] {
  return [...ids.subarray(0, start), ...replacement, ...ids.subarray(end)];
}

function same(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

import { type Care, QUICK } from './care';
import { gapBetween } from './edit';
import type { Proposal, Proposer } from './proposals';

/** A repair of the normalised text: its `start … end - 1` should read `right`. */
export interface Repair {
  start: number;
  end: number;
  right: string;
  proposal: Proposal;
}

/** A second look at the repaired sentence finds what the first error hid. */
const PASSES = 2;

/** Repairs of a normalised text, sentence by sentence, with logits of at least `least`; in order of position. */
export function repairs(proposer: Proposer, text: string, least: number, care: Care = QUICK): Repair[] {
  const found: Repair[] = [];
  let start = 0;
  while (start < text.length) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    for (const repair of repairsOfSentence(proposer, text.slice(start, end), least, care)) {
      found.push({ ...repair, start: repair.start + start, end: repair.end + start });
    }
    start = end + 1;
  }
  return found;
}

function repairsOfSentence(proposer: Proposer, sentence: string, least: number, care: Care): Repair[] {
  const accepted: Repair[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const { ids, places, mended } = repaired(proposer, sentence, accepted);
    const before = accepted.length;
    const proposals = proposer.propose(ids, care, mended).filter(({ logit }) => logit >= least);
    for (const proposal of proposals.sort((a, b) => b.logit - a.logit)) {
      const start = places[proposal.edit.start]!;
      const end = places[proposal.edit.end]!;
      if (accepted.some((other) => gapBetween(other, { start, end }) <= 0)) continue;
      accepted.push({ start, end, right: proposer.textOf(proposal.edit.replacement), proposal });
    }
    if (accepted.length === before) break;
  }
  return accepted.sort((a, b) => a.start - b.start);
}

/**
 * The sentence with all repairs made, for each of its characters (and its end) the place in the sentence as it was, and
 * the places of what was repaired.
 */
function repaired(
  proposer: Proposer,
  sentence: string,
  accepted: Repair[],
): { ids: Uint16Array; places: number[]; mended: number[] } {
  let text = '';
  const places: number[] = [];
  const mended: number[] = [];
  let at = 0;
  const copy = (until: number): void => {
    for (; at < until; at++) {
      places.push(at);
      text += sentence[at]!;
    }
  };
  for (const { start, end, right } of [...accepted].sort((a, b) => a.start - b.start)) {
    copy(start);
    if (right === '') mended.push(text.length);
    for (let place = 0; place < right.length; place++) mended.push(text.length + place);
    for (let place = 0; place < right.length; place++)
      places.push(Math.min(start + place, Math.max(start, end - 1)));
    text += right;
    at = end;
  }
  copy(sentence.length);
  places.push(sentence.length);
  return { ids: proposer.ids(text), places, mended };
}

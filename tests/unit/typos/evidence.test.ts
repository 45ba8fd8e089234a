import { describe, expect, it } from 'vitest';
import type { ContextModel } from '../../../utils/typos/context/model';
import type { Edit } from '../../../utils/typos/edits';
import { gather } from '../../../utils/typos/evidence';
import type { Proposal } from '../../../utils/typos/proposals';

const proposal = (start: number, end: number, replacement: number[], logit = 0): Proposal => ({
  edit: {
    kind: replacement.length === 0 ? 'extra' : replacement.length === 1 ? 'other-character' : 'other-word',
    start,
    end,
    replacement,
  } as unknown as Edit,
  features: [7, 8],
  logit,
  evidence: null,
});

/** Ids below 10 are Chinese characters; each fits as well (ln p) as `fits` says of the text that it stands in. */
function contextOf(fits: (ids: readonly number[], place: number) => number): ContextModel {
  return {
    judge: (ids: ArrayLike<number>, places: readonly number[], _: unknown, open = (_: number) => false) =>
      new Map(
        places.map((place) => [
          place,
          {
            fit: () => ({ original: fits(Array.from(ids), place), candidate: 0, best: 0 }),
            among: (candidate: number) => (open(place) ? { candidate: -candidate, best: -1 } : null),
          },
        ]),
      ),
  } as unknown as ContextModel;
}

const han = Uint8Array.from({ length: 20 }, (_, id) => (id < 10 ? 1 : 0));

describe('the evidence for a doubtful proposal', () => {
  /** Every character dislikes a 5 beside it. */
  const context = contextOf((ids, place) => (ids[place - 1] === 5 || ids[place + 1] === 5 ? -4 : -1));
  const ids = Uint16Array.of(1, 2, 5, 3, 12, 4);
  const told = gather(context, han, ids, proposal(2, 3, [6], 1.5), []);

  it('begins with what the scorer was told and said', () => {
    expect(told.slice(0, 3)).toEqual([1.5, 7, 8]);
  });

  it('says how much better the neighbours fit with the change, each Chinese one by itself, the further ones together', () => {
    // -1, -2, +1, +2 (no Chinese character), all further left, all further right.
    expect(told.slice(3, 9)).toEqual([3, 0, 3, 0, 0, 0]);
  });

  it('says how badly the worst neighbour fits before and after, and all together after', () => {
    expect(told.slice(9, 12)).toEqual([-4, -1, -4]);
  });

  it('says what the context model would read there if it were free to choose', () => {
    expect(told.slice(12, 15)).toEqual([-5, -6, -5]);
  });

  it('follows the neighbours when the change makes the text shorter', () => {
    const shorter = gather(context, han, ids, proposal(2, 3, []), []);
    expect(shorter.slice(3, 9)).toEqual([3, 0, 3, 0, 0, 0]);
    expect(shorter.slice(12, 15)).toEqual([0, 0, 0]);
  });

  it('knows the likeliest rival for the same characters, the likeliest nearby, and how many others are likely', () => {
    const others = [
      proposal(2, 4, [1, 1], 0.5),
      proposal(3, 4, [1], -1),
      proposal(4, 5, [1], 2),
      proposal(5, 6, [1], 1),
      proposal(30, 31, [1], 4),
    ];
    expect(gather(context, han, ids, proposal(2, 3, [6]), others).slice(-3)).toEqual([0.5, 2, 3]);
    expect(told.slice(-3)).toEqual([-8, -8, 0]);
  });
});

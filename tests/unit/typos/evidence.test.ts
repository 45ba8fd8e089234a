import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../utils/typos/corrector/proof';
import type { Edit } from '../../../utils/typos/edit';
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

describe('the evidence for a doubtful proposal', () => {
  const ids = Uint16Array.of(1, 2, 5, 3, 12, 4);
  const told = gather(ids, proposal(2, 3, [6], 1.5), [], null);

  it('begins with what the scorer was told and said', () => {
    expect(told.slice(0, 3)).toEqual([1.5, 7, 8]);
  });

  it('knows the likeliest rival for the same characters, the likeliest nearby, and how many others are likely', () => {
    const others = [
      proposal(2, 4, [1, 1], 0.5),
      proposal(3, 4, [1], -1),
      proposal(4, 5, [1], 2),
      proposal(5, 6, [1], 1),
      proposal(30, 31, [1], 4),
    ];
    expect(gather(ids, proposal(2, 3, [6]), others, null).slice(3, 6)).toEqual([0.5, 2, 3]);
    expect(told.slice(3, 6)).toEqual([-8, -8, 0]);
  });

  it('ends with what the corrector says, or with nothing', () => {
    expect(told.slice(6)).toEqual(new Array(13).fill(0));
    const opinion = { of: (id: number) => -id, extra: -2, missing: -2, first: 1 };
    const proof = { at: () => opinion, hidden: () => [opinion] } as unknown as Proof;
    const asked = gather(ids, proposal(2, 3, [6]), [], proof).slice(6);
    expect(asked).toEqual([-1, -6, -5, 5, -1, -12, -22, 1, -1, -6, 5, -1, 1]);
  });
});

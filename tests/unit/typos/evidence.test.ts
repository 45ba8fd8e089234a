import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../utils/typos/corrector/proof';
import type { Edit } from '../../../utils/typos/edit';
import { gather, type Scene } from '../../../utils/typos/evidence';
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

const scene = (ids: number[], proof: Proof | null = null): Scene => ({
  ids: Uint16Array.from(ids),
  han: Uint8Array.from({ length: 20 }, (_, id) => (id > 1 ? 1 : 0)),
  logs: Float32Array.from(ids, (_, place) => -place),
  proof,
});

describe('the evidence for a doubtful proposal', () => {
  const ids = [1, 2, 5, 3, 12, 4];
  const told = gather(scene(ids), proposal(2, 3, [6], 1.5), []);

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
    expect(gather(scene(ids), proposal(2, 3, [6]), others).slice(3, 6)).toEqual([0.5, 2, 3]);
    expect(told.slice(3, 6)).toEqual([-8, -8, 0]);
  });

  it('knows how often the same stands elsewhere, up to three times', () => {
    const times = (ids: number[], start: number, end: number, replacement: number[]): number =>
      gather(scene(ids), proposal(start, end, replacement), [])[6]!;
    expect(times([2, 5, 3, 1, 2, 5, 4], 1, 2, [7])).toBe(1);
    expect(times([2, 5, 2, 5, 2, 5, 2, 5, 2, 5], 1, 2, [7])).toBe(3);
    // What is missing or superfluous has no twin.
    expect(times([2, 5, 3, 1, 2, 5, 4], 1, 2, [])).toBe(0);
  });

  it('knows how unfamiliar the text reads, all of it and what is near', () => {
    const of = (length: number, start: number): number[] =>
      gather(scene(new Array(length).fill(2)), proposal(start, start + 1, [7]), []).slice(7, 9);
    const [all, near] = of(100, 50);
    expect([all, near]).toEqual([expect.closeTo(49.4, 1), expect.closeTo(49.84, 1)]);
  });

  it('ends with what the corrector says, or with nothing', () => {
    expect(told.slice(9)).toEqual(new Array(13).fill(0));
    const opinion = { of: (id: number) => -id, extra: -2, missing: -2, first: 1 };
    const hidden: (readonly number[])[] = [];
    const proof = {
      at: () => opinion,
      hidden: () => [opinion],
      hiding: (places: readonly number[]) => {
        hidden.push(places);
        return proof;
      },
    } as unknown as Proof;
    const asked = gather(scene(ids, proof), proposal(2, 3, [6]), []).slice(9);
    expect(asked).toEqual([-1, -6, -5, 5, -1, -12, -22, 1, -1, -6, 5, -1, 1]);
    // Two characters stand once more further on: each of them is judged without the other two.
    gather(scene([2, 3, 5, 2, 3, 6], proof), proposal(0, 2, [7, 8]), []);
    expect(hidden).toEqual([[], [3, 4]]);
  });
});

import { describe, expect, it } from 'vitest';
import { halfRepaired, repairs } from '../../../tools/lexicon/examples';
import { seeded } from '../../../tools/lexicon/noise';
import type { Edit } from '../../../utils/typos/edit';

const edit = (start: number, end: number, replacement: number[]): Edit =>
  ({ kind: 'other-character', start, end, replacement }) as unknown as Edit;

/** 9 9 stand for a word of two wrong characters that should be 4 5; 8 should be 7. */
const spoilt = {
  ids: Uint16Array.of(2, 3, 9, 9, 6, 8, 2),
  slips: [
    { start: 2, end: 4, right: [4, 5], kind: 'word' },
    { start: 5, end: 6, right: [7], kind: 'same' },
  ],
};

describe('labels of proposals', () => {
  it.each([
    ['both characters of a word', edit(2, 4, [4, 5]), true],
    ['one of them', edit(3, 4, [5]), true],
    ['one of them, but wrong', edit(3, 4, [4]), false],
    ['a single character', edit(5, 6, [7]), true],
    ['what was right', edit(1, 2, [7]), false],
  ])('%s', (_, one, expected) => {
    expect(repairs(one, spoilt)).toBe(expected);
  });
});

describe('half repaired sentences', () => {
  it('come right when what is left is repaired', () => {
    const random = seeded(1);
    const seen = new Set<string>();
    for (let round = 0; round < 60; round++) {
      const { ids, slips, mended } = halfRepaired(spoilt, random);
      const text = [...ids];
      for (const { start, right } of slips) text.splice(start, right.length, ...right);
      expect(text).toEqual([2, 3, 4, 5, 6, 7, 2]);
      for (const place of mended)
        expect(slips.some(({ start, end }) => start <= place && place < end)).toBe(false);
      seen.add(mended.join(' '));
    }
    // Nothing, all, and each of the two characters of the word alone.
    expect([...seen]).toEqual(expect.arrayContaining(['', '2 3 5', '2', '3']));
  });
});

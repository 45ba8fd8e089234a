import { describe, expect, it } from 'vitest';
import { twins } from '../../../utils/typos/twins';

/** Ids up to 9 are Chinese. */
const han = Uint8Array.from({ length: 20 }, (_, id) => (id < 10 ? 1 : 0));

describe('the same word elsewhere in a text', () => {
  it.each([
    ['beside the same neighbour before it', [1, 2, 12, 1, 2, 13], 1, 2, [4]],
    ['beside the same neighbour behind it', [12, 2, 3, 13, 2, 3], 1, 2, [4]],
    ['beside others', [1, 2, 3, 4, 2, 5], 1, 2, []],
    ['beside the same stop only', [12, 2, 3, 12, 2, 4], 1, 2, []],
    ['right after itself (呷脯呷脯)', [1, 2, 1, 2], 1, 2, [3]],
    ['of two characters, whatever stands around it', [1, 2, 3, 4, 2, 3, 5], 1, 3, [4]],
    ['of two characters that overlap', [2, 2, 2, 2], 0, 2, [2]],
    ['where nothing stands', [1, 2, 1, 2], 1, 1, []],
  ])('%s', (_, ids, start, end, expected) => {
    expect(twins(Uint16Array.from(ids), { start, end }, han)).toEqual(expected);
  });
});

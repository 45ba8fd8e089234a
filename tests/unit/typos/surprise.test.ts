import { describe, expect, it } from 'vitest';
import { surprise } from '../../../utils/typos/surprise';

/** Place 7 surprises by 7 nats. */
const logs = Float32Array.from({ length: 100 }, (_, place) => -place);

describe('how unfamiliar a text reads around a change', () => {
  it.each([
    ['of a hundred places all but 49 to 54', 50, 51, 100, (4950 - 309) / 94],
    ['thirty to either side', 50, 51, 30, (29 * 34 + 26 * 67.5) / 55],
    ['at the start', 0, 1, 7, (5 + 6 + 7) / 3],
    ['at the end', 99, 100, 3, (96 + 97) / 2],
    ['where something is missing', 50, 50, 6, (44 + 45 + 46 + 47 + 48 + 54 + 55) / 7],
  ])('%s', (_, start, end, reach, expected) => {
    expect(surprise(logs, { start, end }, reach)).toBeCloseTo(expected, 5);
  });

  it('as official prose does where there is nothing else', () => {
    expect(surprise(logs.subarray(0, 2), { start: 0, end: 1 }, 30)).toBe(3);
  });
});

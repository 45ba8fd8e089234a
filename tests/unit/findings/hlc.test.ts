import { describe, expect, it } from 'vitest';
import { MAX_AHEAD_MS, millisOf, observe, tick } from '../../../utils/findings/hlc';

describe('hlc', () => {
  it('always moves on, within a millisecond and when the clock goes back a little', () => {
    let last: string | null = null;
    for (const now of [1_000, 1_000, 1_001, 900, 901, 2_000]) {
      const next = tick(last, now, 'd');
      expect(last === null || next > last).toBe(true);
      last = next;
    }
    expect(millisOf(last!)).toBe(2_000);
  });

  it('comes back when the machine was set to a far future and corrected', () => {
    const future = tick(null, 1_000 + MAX_AHEAD_MS + 1, 'd');
    expect(millisOf(tick(future, 1_000, 'd'))).toBe(1_000);
  });

  it('follows a colleague whose clock is a little ahead, not one whose clock is far ahead', () => {
    const mine = tick(null, 1_000, 'a');
    const ahead = tick(null, 1_000 + MAX_AHEAD_MS, 'b');
    const far = tick(null, 1_000 + MAX_AHEAD_MS + 1, 'b');
    expect(tick(observe(mine, ahead, 1_000), 1_000, 'a') > ahead).toBe(true);
    expect(observe(mine, far, 1_000)).toBe(mine);
    expect(observe(ahead, mine, 1_000)).toBe(ahead);
  });

  it('sorts as text in time order, whatever the counter', () => {
    let last = tick(null, 1, 'd');
    for (let step = 0; step < 2_000; step++) {
      const next = tick(last, 1, 'd');
      expect(next > last).toBe(true);
      last = next;
    }
  });
});

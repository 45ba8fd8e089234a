import { describe, expect, it } from 'vitest';
import { Choice } from '../../../../utils/typos/network/choice';
import { inFours, turned } from '../../../../utils/typos/network/quantised';

describe('a choice among characters', () => {
  const choice = new Choice(Float32Array.of(0, 2, 1, 5), 3);

  it('is the likeliest character, not an answer of another kind', () => {
    expect(choice.first).toBe(1);
  });

  it('shares out all probability, also to those', () => {
    const all = [0, 1, 2, 3].map((id) => Math.exp(choice.of(id)));
    expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
    expect(choice.of(3) - choice.of(1)).toBeCloseTo(3, 6);
  });

  it('bears numbers beyond the reach of e', () => {
    const far = new Choice(Float32Array.of(-1e30, 900, 899), 3);
    expect(far.first).toBe(1);
    expect(far.of(1)).toBeCloseTo(-0.3133, 3);
    expect(far.of(0)).toBeLessThan(-1e29);
  });
});

describe('a table turned about', () => {
  it('has a column for each row, filled up to eight', () => {
    const { values, columns, scales } = turned({
      values: Int8Array.of(1, 2, 3, 4, 5, 6),
      scales: Float32Array.of(0.1, 0.2, 0.3),
      columns: 2,
    });
    expect(columns).toBe(8);
    expect([...values]).toEqual([1, 3, 5, 0, 0, 0, 0, 0, 2, 4, 6, 0, 0, 0, 0, 0]);
    expect([...scales]).toEqual([1, 1]);
    expect([1, 4, 5].map(inFours)).toEqual([4, 4, 8]);
  });
});

import { describe, expect, it } from 'vitest';
import { asPack, unverifiedOf } from '../../../utils/campaign/packs';
import { tallyOf } from '../../../utils/campaign/tally';
import type { Finding } from '../../../utils/findings/finding';
import { defaultPack } from '../../../utils/indicators/packs';

const found = (indicator: string, times: number, change: Partial<Finding> = {}) =>
  Array.from(
    { length: times },
    (_, index) =>
      ({ id: `${indicator}${index}`, indicator, status: 'confirmed', deleted: false, ...change }) as Finding,
  );

describe('tallyOf', () => {
  it('counts hits against the limit and says when one more fails the site', () => {
    const { lines, vetoed } = tallyOf(found('V4c', 4), defaultPack);
    expect(lines).toMatchObject([{ id: 'V4c', hits: 4, limit: 5, vetoed: false }]);
    expect(vetoed).toBe(false);
    expect(tallyOf(found('V4c', 5), defaultPack).vetoed).toBe(true);
  });

  it('counts columns of all kinds together', () => {
    const { lines } = tallyOf([...found('V4a-news', 2), ...found('V4a-notice', 3)], defaultPack);
    expect(lines).toMatchObject([{ id: 'V4a', hits: 5, limit: 5, vetoed: true }]);
  });

  it('takes one hit of a veto rule for the whole, and points for the others, marked while unconfirmed', () => {
    expect(tallyOf(found('V3', 1), defaultPack).vetoed).toBe(true);
    const { lines, points, vetoed } = tallyOf(found('D1-policy', 2), defaultPack);
    expect({ points, vetoed }).toEqual({ points: 10, vetoed: false });
    expect(lines[0]!.verified).toBe(false);
  });

  it('counts only what a reviewer has confirmed', () => {
    expect(tallyOf([...found('V3', 1, { status: 'suspected' }), ...found('', 1)], defaultPack).lines).toEqual(
      [],
    );
  });
});

describe('asPack', () => {
  it('reads a shipped pack back from its file', () => {
    expect(asPack(JSON.parse(JSON.stringify(defaultPack)))).toEqual(defaultPack);
  });

  it('refuses a number without its source', () => {
    const pack = JSON.parse(JSON.stringify(defaultPack));
    pack.indicators.V3.thresholds.limit.source = '';
    expect(asPack(pack)).toBeNull();
    expect(asPack({ id: 'x' })).toBeNull();
  });

  it('knows what nobody has confirmed', () => {
    expect(unverifiedOf(defaultPack).map(({ id }) => id)).toContain('D1-policy');
    expect(unverifiedOf(defaultPack).map(({ id }) => id)).not.toContain('V3');
  });
});

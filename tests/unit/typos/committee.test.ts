import { describe, expect, it } from 'vitest';
import { committee } from '../../../tools/lexicon/committee';
import { seeded } from '../../../tools/lexicon/noise';
import { type Example, trainScorer } from '../../../tools/lexicon/train';
import { type Scorer, score } from '../../../utils/typos/scorer';

describe('a committee', () => {
  const random = seeded(7);
  const any = (length: number): Float32Array => Float32Array.from({ length }, () => random() * 2 - 1);
  const member = (): Scorer => ({
    widths: [3, 4, 2, 1],
    layers: [any(4 * 4), any(2 * 5), any(3)],
    mean: Float32Array.of(1, 0, -1),
    deviation: Float32Array.of(1, 2, 3),
  });

  it('says what its members say in the mean', () => {
    const members = [member(), member(), member()];
    const all = committee(members);
    for (const features of [
      [0, 0, 0],
      [1, -4, 2],
      [-3, 5, 9],
    ]) {
      const mean = members.reduce((sum, one) => sum + score(one, features), 0) / members.length;
      expect(score(all, features)).toBeCloseTo(mean, 5);
    }
  });

  it('of one says what that one says', () => {
    const one = member();
    expect(committee([one])).toEqual(one);
  });
});

describe('what was trained', () => {
  it('tells apart what the examples tell apart', () => {
    const random = seeded(11);
    const examples = Array.from({ length: 1500 }, (): Example => {
      const features = [random() * 4 - 2, random() * 4 - 2];
      // Right where both have the same sign: no line parts these.
      return { features, right: features[0]! * features[1]! > 0 ? 1 : 0, real: random() < 0.2 };
    });
    const scorer = trainScorer(examples, seeded(12), 12);
    expect(score(scorer, [1.5, 1.5])).toBeGreaterThan(1);
    expect(score(scorer, [-1.5, -1.5])).toBeGreaterThan(1);
    expect(score(scorer, [1.5, -1.5])).toBeLessThan(-1);
    expect(score(scorer, [-1.5, 1.5])).toBeLessThan(-1);
  });
});

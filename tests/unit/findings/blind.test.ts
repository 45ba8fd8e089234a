import { expect, it } from 'vitest';
import { waitsForSecond } from '../../../utils/findings/blind';
import type { Finding } from '../../../utils/findings/finding';

const judgedBy = (...authors: string[]) =>
  ({
    opinions: authors.map((author) => ({ author, verdict: 'confirmed', reason: '', time: '' })),
  }) as Finding;

it('gives a second reviewer what others have judged and they have not', () => {
  expect(waitsForSecond(judgedBy('甲'), '乙')).toBe(true);
  expect(waitsForSecond(judgedBy('甲', '乙'), '乙')).toBe(false);
  expect(waitsForSecond(judgedBy(), '乙')).toBe(false);
});

import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../utils/findings/finding';
import { statisticsOf } from '../../../utils/findings/statistics';

const finding = (fields: Partial<Finding>) =>
  ({
    category: 'stale',
    unit: '',
    site: '云河市',
    host: 'x.gov.cn',
    status: 'suspected',
    createdAt: '2024-04-18T01:00:00.000Z',
    ...fields,
  }) as Finding;
const dayOf = (instant: string) => instant.slice(0, 10);

describe('statisticsOf', () => {
  it('counts by category and unit, most first, without what was ignored', () => {
    const { categories, units } = statisticsOf(
      [
        finding({ category: 'link', unit: '市公安局' }),
        finding({ status: 'confirmed' }),
        finding({ status: 'passed' }),
        finding({ status: 'ignored', category: 'link' }),
      ],
      dayOf,
    );
    expect(categories).toEqual([
      { key: 'stale', count: 2, confirmed: 2 },
      { key: 'link', count: 1, confirmed: 0 },
    ]);
    expect(units.map(({ key, count }) => [key, count])).toEqual([
      ['云河市', 2],
      ['市公安局', 1],
    ]);
  });

  it('counts time by day within a month, else by month, oldest first and without gaps', () => {
    const on = (day: string) => finding({ createdAt: `${day}T01:00:00.000Z` });
    const counts = (days: string[]) =>
      statisticsOf(days.map(on), dayOf).periods.map(({ key, count }) => [key, count]);
    expect(counts(['2024-03-02', '2024-02-28', '2024-03-02'])).toEqual([
      ['2024-02-28', 1],
      ['2024-02-29', 0],
      ['2024-03-01', 0],
      ['2024-03-02', 2],
    ]);
    expect(counts(['2024-02-18', '2023-11-01', '2023-11-05'])).toEqual([
      ['2023-11', 2],
      ['2023-12', 0],
      ['2024-01', 0],
      ['2024-02', 1],
    ]);
    expect(counts([])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { countSince, spans } from '../../../utils/checks/recentItems';
import type { ListItem, Pager } from '../../../utils/page/snapshot';

const now = '2024-04-18';
const item = (date: string | null, more: Partial<ListItem> = {}): ListItem => ({
  title: '关于有关事项的通知',
  href: '',
  date,
  yearAssumed: false,
  pinned: false,
  cells: [],
  place: null,
  ...more,
});
const pages = (count: number): Pager => ({ page: 1, pages: count, items: null, quote: '' });
const twoWeeks = (items: ListItem[], pager: Pager | null = null) =>
  countSince(items, pager, spans.twoWeeks(now), now);

describe('spans', () => {
  it('count back from the 监测时间点', () => {
    expect([spans.twoWeeks(now), spans.halfYear(now), spans.year(now)]).toEqual([
      '2024-04-04',
      '2023-10-18',
      '2023-04-18',
    ]);
  });
});

describe('countSince', () => {
  it('counts both ends and leaves out what is later than the 监测时间点', () => {
    const items = ['2024-04-20', '2024-04-18', '2024-04-04', '2024-04-03'].map((date) => item(date));
    expect(twoWeeks(items)).toEqual({ count: 2, exact: true });
  });

  it('is exact over several pages only when the first reaches back far enough', () => {
    expect(twoWeeks([item('2024-04-17'), item('2024-04-10')], pages(3))).toEqual({ count: 2, exact: false });
    expect(twoWeeks([item('2024-04-17'), item('2024-03-10')], pages(3))).toEqual({ count: 1, exact: true });
  });

  it('does not let a pinned old item prove that the list reaches back', () => {
    const items = [item('2023-01-01', { pinned: true }), item('2024-04-17'), item('2024-04-10')];
    expect(twoWeeks(items, pages(3)).exact).toBe(false);
  });

  it('is not exact where a date is missing or its year was assumed', () => {
    expect(twoWeeks([item('2024-04-17'), item(null)]).exact).toBe(false);
    expect(twoWeeks([item('2024-04-17', { yearAssumed: true })])).toEqual({ count: 1, exact: false });
  });
});

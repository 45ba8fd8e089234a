import { expect, test } from 'vitest';
import { campaignForms } from '../../../utils/campaign/forms';
import type { ItemRecord } from '../../../utils/campaign/progress/record';
import { noForms, richShare } from '../../../utils/policy/form';

const record = (name: string, pages: [column: string, graphic: number, text: number][]) =>
  ({
    item: { name },
    pages: [
      { forms: null },
      ...pages.map(([column, graphic, text]) => ({
        forms: { column, counts: { ...noForms, graphic, text } },
      })),
    ],
  }) as unknown as ItemRecord;

test('pages of a column add up, per column, per item and in all', () => {
  const { items, counts } = campaignForms([
    record('门户', [
      ['政策解读', 3, 7],
      ['政策解读', 1, 9],
      ['图解专栏', 5, 0],
    ]),
    record('住建局', []),
    record('公安局', [['政策解读', 0, 5]]),
  ]);
  expect(
    items.map(({ item, columns }) => [
      item.name,
      columns.map((one) => [one.column, one.pages, one.counts.graphic, one.counts.text]),
    ]),
  ).toEqual([
    [
      '门户',
      [
        ['政策解读', 2, 4, 16],
        ['图解专栏', 1, 5, 0],
      ],
    ],
    ['公安局', [['政策解读', 1, 0, 5]]],
  ]);
  expect(richShare(items[0]!.counts)).toBe(36);
  expect(richShare(counts)).toBe(30);
});

test('nothing seen has no share', () => {
  expect(campaignForms([]).items).toEqual([]);
  expect(richShare(noForms)).toBeNull();
});

import { expect, it } from 'vitest';
import type { Coverage } from '../../../utils/campaign/progress/state';
import { csv } from '../../../utils/report/csv';
import { WARNINGS } from '../../../utils/report/warnings';
import { anItem } from '../campaign/items';

it('lists what is due soon with unit, platform, last update and days left', async () => {
  const item = anItem({
    kind: 'account',
    platform: 'weibo',
    name: '=云河发布',
    url: 'https://weibo.com/u/1',
  });
  const coverage = { record: { item }, lastUpdated: '2024-04-06', daysLeft: 2 } as Coverage;
  let text = '';
  for await (const piece of csv(WARNINGS, [[coverage]], { words: ({ key }) => key.split('.').at(-1)! }))
    text += piece;
  expect(text.slice(1).trim().split('\r\n')).toEqual([
    '"number","unit","kind","platform","name","lastUpdated","daysLeft","url"',
    `"1","${item.unit}","account","微博","'=云河发布","2024-04-06","2","https://weibo.com/u/1"`,
  ]);
});

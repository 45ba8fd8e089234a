import { expect, it } from 'vitest';
import { diffRoster } from '../../../../utils/campaign/roster/diff';
import { anItem } from '../items';

it('tells added, changed and missing items apart; the place in the ledger is no change', () => {
  const kept = anItem({ name: '甲', url: 'http://a.gov.cn/', order: 1 });
  const renamed = anItem({ name: '乙', url: 'http://b.gov.cn/', order: 2 });
  const gone = anItem({ name: '丙', url: 'http://c.gov.cn/', order: 3 });
  const { id: _id, campaign: _campaign, deleted: _deleted, ...fields } = kept;
  const ledger = [
    { ...fields, name: '新', url: 'http://d.gov.cn/', order: 1 },
    { ...fields, order: 2 },
    { ...fields, name: '乙（改）', url: 'https://www.b.gov.cn/index.html'.replace('www.', ''), order: 3 },
  ];
  const diff = diffRoster([kept, renamed, gone], ledger);
  expect(diff.added.map((item) => item.name)).toEqual(['新']);
  expect(diff.changed.map(({ after, fields }) => [after.name, fields])).toEqual([
    ['乙（改）', ['name', 'url']],
  ]);
  expect(diff.missing).toEqual([gone]);
  expect(diff.same).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { LEDGER } from '../../../utils/report/columns';
import {
  columnsOf,
  defaultChoices,
  moved,
  withoutTemplate,
  withTemplate,
} from '../../../utils/report/template';

const keys = (columns: readonly { key: string }[]) => columns.map(({ key }) => key);

describe('a template of columns', () => {
  const office = { name: '市局', columns: ['url', 'unit'] };

  it('gives its columns in its order, and the whole ledger without one', () => {
    expect(keys(columnsOf(withTemplate(defaultChoices, office)))).toEqual(['url', 'unit']);
    expect(columnsOf(defaultChoices)).toBe(LEDGER);
  });

  it('lives through columns that are no longer known', () => {
    const older = withTemplate(defaultChoices, { name: '旧', columns: ['gone', 'quote'] });
    expect(keys(columnsOf(older))).toEqual(['quote']);
    expect(columnsOf(withTemplate(defaultChoices, { name: '旧', columns: ['gone'] }))).toBe(LEDGER);
  });

  it('replaces the template of the same name and falls back when it is deleted', () => {
    const twice = withTemplate(withTemplate(defaultChoices, office), { ...office, columns: ['site'] });
    expect(twice.templates).toEqual([{ name: '市局', columns: ['site'] }]);
    expect(withoutTemplate(twice, '市局')).toEqual(defaultChoices);
  });

  it('moves a column by one place and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
  });
});

import { expect, it } from 'vitest';
import { groupsOf } from '../../../utils/findings/duplicates';
import type { Finding } from '../../../utils/findings/finding';

const finding = (id: string, fields: Partial<Finding>) =>
  ({
    id,
    quote: '',
    suggestion: '',
    indicator: '',
    check: '',
    site: '',
    host: 'x.gov.cn',
    ...fields,
  }) as Finding;

it('groups the same words anywhere and the same check on one site, and nothing else', () => {
  const groups = groupsOf([
    finding('1', { quote: '建全', suggestion: '健全' }),
    finding('2', { check: 'lastUpdate' }),
    finding('3', { quote: '建全', suggestion: '健全', host: 'y.gov.cn' }),
    finding('4', { check: 'lastUpdate', host: 'y.gov.cn' }),
    finding('5', { check: 'lastUpdate' }),
    finding('6', {}),
    finding('7', {}),
    finding('8', { quote: '建全', suggestion: '' }),
  ]);
  expect([...groups].map(([head, group]) => [head, ...group.slice(1).map(({ id }) => id)])).toEqual([
    ['1', '3'],
    ['2', '5'],
    ['4'],
    ['6'],
    ['7'],
    ['8'],
  ]);
});

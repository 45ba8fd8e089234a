import { expect, it } from 'vitest';
import { fieldWords } from '../../../../utils/campaign/roster/words';
import { anItem } from '../items';

it('says the values of an item as a reviewer reads them, and that one is empty', () => {
  const item = anItem({
    kind: 'account',
    platform: 'weibo',
    status: 'exempt',
    until: '2024-06-30',
    code: '',
  });
  expect(fieldWords(item, 'platform')).toBe('微博');
  expect(fieldWords(item, 'status')).toEqual({ key: 'itemStatus.exempt' });
  expect(fieldWords(item, 'until')).toBe('2024-06-30');
  for (const field of ['code', 'hosts', 'columnKind'] as const)
    expect(fieldWords(item, field)).toEqual({ key: 'roster.empty' });
  expect(fieldWords(anItem({ hosts: ['a.gov.cn', 'b.gov.cn'] }), 'hosts')).toBe('a.gov.cn、b.gov.cn');
});

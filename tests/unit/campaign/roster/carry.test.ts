import { describe, expect, it } from 'vitest';
import { carriedOver } from '../../../../utils/campaign/roster/carry';
import { anItem } from '../items';

const day = '2024-07-18';

describe('what a roster takes over from the campaign before', () => {
  it('takes the ledger’s values and nothing of the campaign', () => {
    const carried = carriedOver(anItem({ name: '甲', owner: '张三', status: 'closed' }), day);
    expect(carried).toMatchObject({ name: '甲', owner: '张三', status: 'closed' });
    expect(Object.keys(carried)).not.toEqual(expect.arrayContaining(['id']));
    expect(carried).not.toHaveProperty('campaign');
    expect(carried).not.toHaveProperty('deleted');
  });

  it('ends an exemption that is over, and keeps one that is not', () => {
    const until = (end: string | null) => carriedOver(anItem({ status: 'exempt', until: end }), day);
    expect(until('2024-06-30')).toMatchObject({ status: 'normal', until: null });
    expect(until('2024-07-18')).toMatchObject({ status: 'exempt', until: '2024-07-18' });
    expect(until(null)).toMatchObject({ status: 'exempt', until: null });
  });
});

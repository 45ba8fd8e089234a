import { describe, expect, it } from 'vitest';
import { managedRoster, managedSteps } from '../../../utils/campaign/managed';
import { itemId, itemKey, type RosterItem } from '../../../utils/campaign/roster/item';
import { managedCampaignId } from '../../../utils/managed';

const NAME = '2024年第二季度检查';
const TABLE = `责任单位,平台,名称,网址
市教育局,网站,云河市教育局,http://jyj.yunhe-demo.gov.cn/
市教育局,微信,云河教育,`;
const policy = { campaign: NAME, pack: 'guoban-2019-19', roster: TABLE };
const id = managedCampaignId(NAME);

describe('the administrator’s campaign', () => {
  it('has an id of its own that is the same everywhere and ASCII', () => {
    expect(id).toBe(managedCampaignId(NAME));
    expect(id).toMatch(/^c:managed-[\x21-\x7e]+$/);
    expect(id.slice(2)).not.toContain('/');
  });

  it('is made with its roster', async () => {
    const reading = await managedRoster(policy);
    expect(reading.errors).toEqual([]);
    const steps = managedSteps(policy, reading, { campaign: false, roster: [] });
    expect(steps.map(([subject]) => subject)).toEqual([
      id,
      ...reading.items.map((item) => itemId(id, itemKey(item))),
    ]);
    expect(steps[0]![1]).toEqual({ name: NAME, pack: 'guoban-2019-19' });
    expect(steps[2]![1]).toMatchObject({ kind: 'account', platform: 'wechat', name: '云河教育' });
  });

  it('says nothing again, leaves alone what reviewers added, and brings what the administrator changes', async () => {
    const { items } = await managedRoster(policy);
    const present = items.map(
      (item): RosterItem => ({
        ...item,
        id: itemId(id, itemKey(item)),
        campaign: id,
        deleted: false,
      }),
    );
    const added: RosterItem = { ...present[0]!, id: 'r:x/y', name: '加的', url: 'http://b.gov.cn/' };
    const there = { campaign: true, roster: [...present, added] };
    expect(managedSteps(policy, await managedRoster(policy), there)).toEqual([]);
    const changed = { ...policy, roster: TABLE.replace('市教育局,微信', '市教体局,微信') };
    const steps = managedSteps(changed, await managedRoster(changed), there);
    expect(steps).toEqual([[present[1]!.id, expect.objectContaining({ unit: '市教体局', deleted: false })]]);
  });

  it('takes nothing of a roster with an error, and names its row', async () => {
    const reading = await managedRoster({ roster: `${TABLE}\n,网站,无单位,http://a.gov.cn/` });
    expect(reading.errors).toHaveLength(1);
    expect(reading.errors[0]!.row).toBe(4);
    expect(managedSteps(policy, reading, { campaign: true, roster: [] })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { draftOfTyped, judgeTyped, typedUpdateOf } from '../../../utils/campaign/judgeTyped';
import { asTypedUpdate, TYPED_UPDATE, typedValue } from '../../../utils/campaign/progress/typed';
import { makeEntry } from '../../../utils/findings/entry';
import { tick } from '../../../utils/findings/hlc';
import type { Json } from '../../../utils/findings/json';
import { defaultPack } from '../../../utils/indicators/packs';
import { anItem } from './items';

const AT = '2024-04-18T01:30:00.000Z';
const CONTEXT = { now: '2024-04-18', pack: defaultPack };
const PICTURE = 'a'.repeat(64);
const item = anItem({
  kind: 'account',
  platform: 'wechat',
  name: '云河发布',
  unit: '云河市人民政府办公室',
  url: '',
});

describe('judgeTyped', () => {
  it('judges the typed day by the limit of the pack, and says who said so', () => {
    expect(judgeTyped(item, '2024-04-10', AT, CONTEXT)).toMatchObject({ kind: 'pass' });
    expect(judgeTyped(item, '2023-09-19', AT, CONTEXT)).toMatchObject({
      kind: 'fail',
      reason: { key: 'accounts.state.staleTyped', args: ['2023-09-19', 212, 198] },
      facts: { lastUpdated: '2023-09-19', daysSince: 212 },
    });
  });

  it('cannot tell by a day after the 监测时间点', () => {
    expect(judgeTyped(item, '2024-04-18', AT, { ...CONTEXT, now: '2024-03-01' }).kind).toBe('review');
  });

  it('counts working days where the pack does, and 未更新天数 in days', () => {
    const indicator = defaultPack.indicators[defaultPack.checks.accountUpdate!]!;
    const limit = { value: 7, unit: 'workingDays' as const, source: '本地规定', verified: true };
    const pack = {
      ...defaultPack,
      indicators: {
        ...defaultPack.indicators,
        [indicator.id]: { ...indicator, thresholds: { ...indicator.thresholds, 'limit:wechat': limit } },
      },
    };
    // 清明节 2024-04-04 to 06 is off, Sunday the 7th is worked: 3, 7, 8, 9, 10, 11, 12 are seven working days.
    expect(judgeTyped(item, '2024-04-02', AT, { now: '2024-04-12', pack })).toMatchObject({
      kind: 'pass',
      reason: { key: 'checks.accountUpdate.warningWorking', args: ['2024-04-02', 0] },
    });
    expect(judgeTyped(item, '2024-04-02', AT, { now: '2024-04-15', pack })).toMatchObject({
      kind: 'fail',
      reason: { key: 'accounts.state.staleTypedWorking', args: ['2024-04-02', 8, 1] },
      facts: { daysSince: 13 },
    });
  });
});

describe('a typed update', () => {
  const kept = typedUpdateOf(item, { day: '2023-09-19', words: '0919', picture: PICTURE }, AT, CONTEXT);
  const entry = makeEntry({
    finding: item.id,
    author: '王检查',
    device: 'a',
    hlc: tick(null, Date.parse(AT), 'a'),
    fields: typedValue(kept),
    prev: {},
  });

  it('comes back from its entry with the picture, who typed it and when', () => {
    expect(asTypedUpdate(entry.fields[TYPED_UPDATE]!, entry)).toEqual({ ...kept, author: '王检查', at: AT });
    expect(kept.outcome).toMatchObject({ check: 'accountUpdate', kind: 'fail', lastUpdated: '2023-09-19' });
  });

  it('reads the bare day of earlier versions, and nothing of what it does not know', () => {
    expect(asTypedUpdate('2024-04-01', entry)).toMatchObject({
      day: '2024-04-01',
      picture: null,
      outcome: null,
    });
    const unknown: Json[] = [null, '', {}, { day: 'gestern' }, { picture: '../x' }];
    for (const value of unknown) expect(asTypedUpdate(value, entry)).toBeNull();
  });

  it('becomes a finding of the account with the picture as its evidence', () => {
    const outcome = judgeTyped(item, '2023-09-19', AT, CONTEXT);
    const image = new Blob(['x'], { type: 'image/png' });
    const typed = asTypedUpdate(entry.fields[TYPED_UPDATE]!, entry)!;
    const draft = draftOfTyped(item, {
      typed,
      outcome,
      description: '人工录入',
      shot: { image, focus: null },
      now: '2024-04-18',
    });
    expect(draft.screenshot).toBe(image);
    expect(draft.fields).toMatchObject({
      url: '微信公众号 云河发布',
      object: 'account',
      platform: 'wechat',
      item: item.id,
      unit: item.unit,
      check: 'accountUpdate',
      lastUpdated: '2023-09-19',
      description: '人工录入',
    });
  });
});

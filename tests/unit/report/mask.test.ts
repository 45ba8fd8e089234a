import { describe, expect, it } from 'vitest';
import { masked } from '../../../utils/report/mask';

describe('masked', () => {
  it.each([
    ['身份证11010519491231002X。', '身份证110*************2X。'],
    ['手机13812345678、138-1234-5678.', '手机138******78、138********78.'],
    ['卡号6222021234567890128', '卡号622**************28'],
    ['卡号6222 0212 3456 7890 128', '卡号622******************28'],
    ['张某某-13812345678', '张某某-138******78'],
    ['旧卡4367420011000001238', '旧卡436**************38'],
  ])('covers %s', (text, covered) => {
    expect(masked(text, 'description')).toBe(covered);
  });

  it.each([
    '110105194912310021',
    '文号〔2024〕19号',
    '0571-87654321',
    '6222021234567890127',
    '统一社会信用代码11330000002482106K',
    '2024041813812345678',
  ])('leaves %s', (text) => {
    expect(masked(text, 'description')).toBe(text);
  });

  it('leaves addresses and hashes', () => {
    expect(masked('http://x.gov.cn/13812345678', 'url')).toBe('http://x.gov.cn/13812345678');
  });
});

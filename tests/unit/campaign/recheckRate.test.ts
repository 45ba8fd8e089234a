import { describe, expect, it } from 'vitest';
import { recheckRate, silentUnits } from '../../../utils/campaign/recheckRate';
import type { Finding } from '../../../utils/findings/finding';

let serial = 0;
const aFinding = (change: Partial<Finding> = {}) =>
  ({
    id: `f:${++serial}`,
    url: 'https://weibo.com/u/1',
    category: 'account',
    campaign: 'c:1',
    status: 'confirmed',
    deleted: false,
    unit: '甲局',
    deadline: null,
    rectification: '',
    ...change,
  }) as Finding;

const findings = [
  aFinding({ status: 'passed' }),
  aFinding({ status: 'assigned', unit: '乙局', deadline: '2024-05-01' }),
  aFinding({ status: 'assigned', unit: '丙局', deadline: '2024-05-01', rectification: '已改' }),
  aFinding({ status: 'ignored' }),
];

describe('recheckRate', () => {
  it('counts what passed, by unit too, and names units that are late and silent', () => {
    const rate = recheckRate(findings, null, '2024-05-02');
    expect(rate).toMatchObject({ total: 3, passed: 1, percent: 33 });
    expect(rate.units.map(({ unit, passed, unanswered }) => [unit, passed, unanswered])).toEqual([
      ['丙局', 0, 0],
      ['乙局', 0, 1],
      ['甲局', 1, 0],
    ]);
    expect(silentUnits(rate)).toEqual(['乙局']);
    expect(silentUnits(recheckRate(findings, null, '2024-05-01'))).toEqual([]);
    expect(recheckRate([], null, '2024-05-02').percent).toBeNull();
  });

  it('takes a reviewer’s 未整改 for no answer of the unit', () => {
    const unfixed = aFinding({ status: 'unfixed', recheck: '仍未更新' });
    expect(silentUnits(recheckRate([unfixed], '2024-05-01', '2024-05-02'))).toEqual(['甲局']);
    const answered = { ...unfixed, rectification: '正在办理' };
    expect(silentUnits(recheckRate([answered], '2024-05-01', '2024-05-02'))).toEqual([]);
  });

  it('takes the wrong words of one text as one problem, put right when all of them are', () => {
    const word = (status: Finding['status'], url = 'http://a.gov.cn/1.html') =>
      aFinding({ category: 'wording', status, url });
    const rate = recheckRate(
      [word('passed'), word('passed'), word('unfixed', 'http://a.gov.cn/2.html')],
      null,
      '2024-05-02',
    );
    expect(rate).toMatchObject({ total: 2, passed: 1, percent: 50 });
    expect(recheckRate([word('passed'), word('unfixed')], null, '2024-05-02').passed).toBe(0);
  });
});

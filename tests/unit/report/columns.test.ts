import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeEntry } from '../../../utils/findings/entry';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { viewOf } from '../../../utils/findings/view';
import { beijingTime, LEDGER } from '../../../utils/report/columns';
import { cellsOf } from '../../../utils/report/csv';
import type { Sentence } from '../../../utils/words';

const locale = (name: string) => parse(readFileSync(`locales/${name}.yml`, 'utf8'));
const wordsOf = (name: string) => (sentence: Sentence) =>
  sentence.key
    .split('.')
    .reduce((at: unknown, key) => (at as Record<string, unknown>)[key], locale(name)) as string;

const HEADERS =
  '序号,责任单位,对象类型,平台,网站或账号名称,网站标识码,栏目,页面标题,页面链接,问题类别,指标编号,问题描述,疑似错误,建议修改,原文语句,检查时更新日期,未更新天数,监测时间点,截图文件,截图SHA-256,检查时间,检查人,复核人,人工复核结论,忽略理由,状态,整改期限,整改情况,复查时间,复查结果';

function finding(fields: Parameters<typeof makeEntry>[0]['fields']) {
  const hlc = tick(null, Date.UTC(2024, 3, 18, 17), 'd');
  return viewOf(fold([makeEntry({ finding: 'f:1', author: '王', device: 'd', hlc, fields, prev: {} })])!);
}

describe('the ledger', () => {
  it('has the columns that offices use, in both languages', () => {
    expect(LEDGER.map((column) => wordsOf('zh_CN')(column.header)).join(',')).toBe(HEADERS);
    for (const column of LEDGER) expect(wordsOf('en')(column.header)).toMatch(/\w/);
  });

  it('writes a finding in words', () => {
    const sha = 'ab'.repeat(32);
    const row = finding({
      url: 'http://www.x.gov.cn/a',
      category: 'stale',
      status: 'ignored',
      ignore: { reason: '无人事变动', scope: 'page', until: null },
      daysSince: 0,
      'evidence/1': { time: '2024-04-18T01:02:03.000Z', screenshot: sha, type: 'image/png' },
    });
    const cells = cellsOf(LEDGER, row, 0, { words: wordsOf('zh_CN') });
    const named = Object.fromEntries(LEDGER.map((column, index) => [column.key, cells[index]]));
    expect(named).toMatchObject({
      number: '1',
      object: '网站',
      site: 'x.gov.cn',
      category: '更新不及时',
      daysSince: '0',
      screenshotFile: `screenshots/${sha.slice(0, 16)}.png`,
      screenshotSha: sha,
      checkedAt: '2024-04-18 09:02',
      reviewer: '王',
      verdict: '忽略',
      ignoreReason: '无人事变动',
      status: '忽略',
      recheckedAt: '',
    });
  });

  it('leaves the verdict empty while a finding waits for one, and writes own categories as they are', () => {
    const cells = cellsOf(LEDGER, finding({ url: 'http://x.gov.cn', category: '本地类别' }), 0, {
      words: wordsOf('zh_CN'),
    });
    const named = Object.fromEntries(LEDGER.map((column, index) => [column.key, cells[index]]));
    expect(named).toMatchObject({ verdict: '', reviewer: '', status: '待核', category: '本地类别' });
  });

  it('tells time in Beijing', () => {
    expect(beijingTime('2023-12-31T16:30:00.000Z')).toBe('2024-01-01 00:30');
    expect(beijingTime('')).toBe('');
  });
});

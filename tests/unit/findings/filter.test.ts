import { describe, expect, it } from 'vitest';
import { type FindingFilter, isEmptyFilter, noFilter, queryOf } from '../../../utils/findings/filter';
import type { Finding } from '../../../utils/findings/finding';
import { Stretch } from '../../../utils/findings/stretch';

const finding = {
  pageTitle: '关于公开征求意见的公告',
  site: '云河市住房和城乡建设局',
  url: 'http://zjj.yunhe-demo.gov.cn/yjzj/1.html',
  unit: '市住建局',
  description: '征集已结束，未见反馈',
  quote: 'Planning 征求意见稿',
  suggestion: '',
  note: '',
  column: '意见征集',
  category: 'consultation',
  status: 'suspected',
  // 2024-04-19 in Asia/Shanghai.
  createdAt: '2024-04-18T17:30:00.000Z',
} as Finding;

const passes = (filter: Partial<FindingFilter>) =>
  new Stretch([finding]).matching(queryOf({ ...noFilter, ...filter })).length === 1;

describe('a filter', () => {
  it('lets everything through without restriction', () => {
    expect(passes({})).toBe(true);
    expect(isEmptyFilter(noFilter)).toBe(true);
  });

  it.each([
    [{ search: '反馈' }, true],
    [{ search: 'planning 住建局' }, true],
    [{ search: 'planning 公安局' }, false],
    [{ site: '云河市住房和城乡建设局' }, true],
    [{ site: '云河市公安局' }, false],
    [{ category: 'consultation' }, true],
    [{ category: 'stale' }, false],
    [{ status: 'suspected' }, true],
    [{ status: 'confirmed' }, false],
  ] as const)('%j -> %s', (filter, expected) => {
    expect(passes(filter)).toBe(expected);
  });

  it('takes days in Asia/Shanghai, both ends included', () => {
    expect(passes({ from: '2024-04-19', to: '2024-04-19' })).toBe(true);
    expect(passes({ to: '2024-04-18' })).toBe(false);
    expect(passes({ from: '2024-04-20' })).toBe(false);
  });
});

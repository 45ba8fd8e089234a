import { describe, expect, it } from 'vitest';
import { isCoined } from '../../../utils/typos/quoted';

describe('words in quotation marks', () => {
  it.each([
    ['推进“[放]管服”改革', true],
    ['推进“放管[服]”改革', true],
    ['推进「[放]管服」改革', true],
    ['推进“放管服”[改]革', false],
    ['“放管服”[改]革和“双随机”监管', false],
    ['他说：“各级各部门要切实提高认[识]，把这项工作抓紧抓好。”', false],
    ['“未写完的[引]文', false],
    ['青春行动】#[赣]青爱分享#目前，由全国', true],
    ['#平安春运#各地要落[实]责任#交通安全#', false],
    ['第一行#\n各地要落[实]责任#', false],
  ])('%s', (marked, expected) => {
    const start = marked.indexOf('[');
    expect(isCoined(marked.replace(/[[\]]/g, ''), { start, end: start + 1 })).toBe(expected);
  });
});

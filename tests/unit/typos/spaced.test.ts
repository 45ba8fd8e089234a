import { describe, expect, it } from 'vitest';
import { isSpacedOut } from '../../../utils/typos/spaced';

describe('what is laid out with blanks', () => {
  it.each([
    ['审核：李明[义监]　　制：王强', true],
    ['编　　[申]：李明', true],
    ['李  [名]，负责接待', true],
    ['\u3000\u3000[个]部门要高度重视', false],
    ['第一段。\n\u3000\u3000[个]部门要高度重视', false],
    ['通知：　[周]密部署', false],
    ['各 [布]门要高度重视', false],
    ['各[布]门要高度重视　联系人：李明', false],
  ])('%s', (marked, expected) => {
    const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
    expect(isSpacedOut(marked.replace(/[[\]]/g, ''), { start, end })).toBe(expected);
  });
});

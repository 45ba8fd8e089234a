import { describe, expect, it } from 'vitest';
import { isBare, isInWord } from '../../../utils/typos/bare';

describe('a bare line', () => {
  it.each([
    ['省[代]建局', true],
    ['首页\n  省[代]建局 \n政务公开', true],
    ['对扰乱公共秩序行为的[处]法', false],
    ['请注意，[代]建', false],
    ['各级[代]建单位要切实负起责任\n首页', false],
    ['首页\n各级[代]建单位要切实负起责任', false],
  ])('%s', (marked, expected) => {
    const start = marked.indexOf('[');
    expect(isBare(marked.replace(/[[\]]/g, ''), { start, end: start + 1 })).toBe(expected);
  });
});

describe('what is a word as it stands', () => {
  const words = ['公证', '司法', '办理'];
  it.each([
    ['司法公[证]', true],
    ['司法[公]证', true],
    ['[司法]服务', true],
    ['[办]里指南', false],
    ['投资[视]点', false],
    ['[证]', false],
  ])('%s', (marked, expected) => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const text = marked.replace(/[[\]]/g, '');
    expect(isInWord(text, { start, end }, (word) => words.includes(word))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../../utils/page/snapshot';
import { batchesOf, isProse, sentenceAround, shownTypos } from '../../../utils/typos/page';
import type { Level, Suggestion } from '../../../utils/typos/suggestion';
import { say } from '../../../utils/words';

const block = (id: number, text: string, role: TextBlock['role'] = 'paragraph'): TextBlock => ({
  id,
  text,
  role,
  main: true,
  frame: 0,
});

const suggestion = (start: number, level: Level): Suggestion => ({
  start,
  end: start + 1,
  wrong: '错',
  right: '对',
  score: 0.9,
  kind: 'sound',
  level,
  why: say('typos.why.sound'),
});

describe('isProse', () => {
  it.each([
    ['各县区人民政府：', 'paragraph', true],
    ['首页 新闻 公开 服务', 'listItem', false],
    ['网站标识码：6400000001', 'footer', false],
    ['动态要闻通知公告', 'nav', false],
    ['2024-04-18 10:20', 'cell', false],
  ] as const)('%s (%s) -> %s', (text, role, expected) => {
    expect(isProse(block(0, text, role))).toBe(expected);
  });
});

describe('batchesOf', () => {
  it('keeps order, drops repetitions, and never splits a text', () => {
    expect(batchesOf(['aaa', 'bb', 'aaa', 'cccccc'], 5)).toEqual([['aaa', 'bb'], ['cccccc']]);
    expect(batchesOf([])).toEqual([]);
  });
});

describe('shownTypos', () => {
  const of = (level: Level) => () => [suggestion(0, level)];

  it('shows at least the level that is wanted', () => {
    const blocks = [block(7, '错字一处。')];
    expect(shownTypos(blocks, of('likely'), 'likely')).toMatchObject([{ block: 7, sentence: '错字一处。' }]);
    expect(shownTypos(blocks, of('hint'), 'likely')).toEqual([]);
    expect(shownTypos(blocks, of('hint'), 'hint')).toHaveLength(1);
  });

  it('takes what the site writes again and again for its own usage, unless a rule is certain', () => {
    const blocks = ['错甲', '错乙', '错丙'].map((text, id) => block(id, text));
    expect(shownTypos(blocks, of('likely'), 'likely')).toEqual([]);
    expect(shownTypos(blocks, of('sure'), 'likely')).toHaveLength(3);
  });

  it('does not count one text that stands twice as usage', () => {
    const blocks = ['错甲', '错甲', '错甲'].map((text, id) => block(id, text));
    expect(shownTypos(blocks, of('likely'), 'likely')).toHaveLength(3);
  });
});

describe('sentenceAround', () => {
  it('cuts at the ends of sentences', () => {
    const text = '第一句。第二句有错字；第三句！';
    expect(sentenceAround(text, 8, 9)).toBe('第二句有错字；');
    expect(sentenceAround(text, 0, 1)).toBe('第一句。');
    expect(sentenceAround('没有标点', 1, 2)).toBe('没有标点');
  });
});

import { describe, expect, it } from 'vitest';
import type { Level, Suggestion } from '../../../utils/typos/suggestion';
import { learnUsage, type Usage, withoutUsage } from '../../../utils/typos/usage';
import { say } from '../../../utils/words';

const text = '推进数智赋能。';
const suggestion = (level: Level): Suggestion => ({
  start: 2,
  end: 3,
  wrong: '数',
  right: '树',
  score: 0.9,
  kind: 'sound',
  level,
  why: say('typos.why.sound', '数', '树'),
});

describe('what a site writes on several pages', () => {
  const after = (pages: string[], level: Level = 'likely') => {
    const usage: Usage = {};
    for (const page of pages) learnUsage(usage, page, text, [suggestion(level)]);
    return withoutUsage(usage, text, [suggestion(level)]).length;
  };

  it('is not suspected any more from the third page on', () => {
    expect(after(['a', 'b'])).toBe(1);
    expect(after(['a', 'b', 'c'])).toBe(0);
  });

  it('counts a page once, however often it is read', () => {
    expect(after(['a', 'a', 'a', 'b'])).toBe(1);
  });

  it('leaves certain errors suspected', () => {
    expect(after(['a', 'b', 'c', 'd'], 'sure')).toBe(1);
  });

  it('tells spellings by their neighbours', () => {
    const usage: Usage = {};
    for (const page of ['a', 'b', 'c']) learnUsage(usage, page, text, [suggestion('likely')]);
    expect(withoutUsage(usage, '数据数智', [suggestion('likely')])).toHaveLength(1);
  });
});

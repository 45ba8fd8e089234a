import { describe, expect, it } from 'vitest';
import { type Term, TermTable } from '../../../utils/typos/terms/table';
import { TERMS } from '../../../utils/typos/terms/words';

const term = (wrong: string, right: string, more: Partial<Term> = {}): Term => ({
  wrong,
  right,
  kind: 'misspelling',
  source: '测试',
  ...more,
});

describe('TermTable', () => {
  it('finds every occurrence, as sure', () => {
    const found = new TermTable([term('布署', '部署')]).find('周密布署，再布署');
    expect(found.map(({ start, end, right, level }) => [start, end, right, level])).toEqual([
      [2, 4, '部署', 'sure'],
      [6, 8, '部署', 'sure'],
    ]);
  });

  it('keeps quiet inside the exceptions of an entry', () => {
    const table = new TermTable([term('期未', '期末', { except: ['期未必', '学期未'] })]);
    expect(table.find('假期未必开放，本学期未交')).toEqual([]);
    expect(table.find('期未考试')).toHaveLength(1);
  });

  it('gives preferred spellings as hints', () => {
    expect(new TermTable([term('身分', '身份', { kind: 'variant' })]).find('身分')[0]?.level).toBe('hint');
  });

  it('refuses entries of one character', () => {
    expect(() => new TermTable([term('布', '部')])).toThrow('布');
  });
});

describe('the built-in terms', () => {
  it('are as sure as they are seldom right', () => {
    const level = (text: string) => new TermTable(TERMS).find(text)[0]?.level;
    expect(level('布署')).toBe('sure');
    expect(level('部份')).toBe('likely');
    expect(level('报导')).toBe('hint');
  });

  it('has each wrong form once, different from the right one and not part of it', () => {
    const seen = new Set<string>();
    for (const { wrong, right } of TERMS) {
      expect(seen.has(wrong), wrong).toBe(false);
      seen.add(wrong);
      expect(right === '' || right.includes(wrong), `${wrong} → ${right}`).toBe(false);
    }
  });
});

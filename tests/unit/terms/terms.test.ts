import { describe, expect, it } from 'vitest';
import { makeEntry } from '../../../utils/findings/entry';
import { fold } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';
import { parseTerms } from '../../../utils/terms/import';
import { officeTerms, termFields, termId } from '../../../utils/terms/officeTerm';

describe('parseTerms', () => {
  it('reads corrections and allowed words, with any usual separator', () => {
    const { terms, problems } = parseTerms(
      '\uFEFF# 本市\r\n云合市,云河市,行政区划\n帐户\t账户\n起动→启动\n\n李云河\n',
    );
    expect(problems).toEqual([]);
    expect(terms).toEqual([
      { role: 'deny', word: '云合市', right: '云河市', source: '行政区划' },
      { role: 'deny', word: '帐户', right: '账户', source: '' },
      { role: 'deny', word: '起动', right: '启动', source: '' },
      { role: 'allow', word: '李云河', right: '', source: '' },
    ]);
  });

  it('reads leaders with their posts, marked one by one or under a heading', () => {
    expect(parseTerms('领导,李云河,市委副书记、市长,领导名录').terms).toEqual([
      { role: 'leader', word: '李云河', right: '市委副书记、市长', source: '领导名录' },
    ]);
    expect(parseTerms('姓名,职务\n王明,副市长').terms).toEqual([
      { role: 'leader', word: '王明', right: '副市长', source: '' },
    ]);
    expect(parseTerms('领导,王明').problems[0]!.problem.key).toBe('terms.noTitle');
  });

  it('takes nothing of a list with a problem, and names the line', () => {
    const { terms, problems } = parseTerms('云合市,云河市\n的,地\n同样,同样');
    expect(terms).toEqual([]);
    expect(problems.map(({ line, problem }) => [line, problem.key])).toEqual([
      [2, 'terms.tooShort'],
      [3, 'terms.same'],
    ]);
  });
});

describe('officeTerms', () => {
  const entry = (word: string, ms: number, fields: Record<string, string | boolean>) =>
    makeEntry({
      finding: termId(word),
      author: '王',
      device: 'd',
      hlc: tick(null, ms, 'd'),
      fields,
      prev: {},
    });

  it('gives the list as the log says', () => {
    const kept = entry(
      '云合市',
      1,
      termFields({ role: 'deny', word: '云合市', right: '云河市', source: '' }) as never,
    );
    const folds = [fold([kept])!];
    expect(officeTerms(folds)).toMatchObject([{ role: 'deny', word: '云合市', right: '云河市' }]);
  });

  it('leaves out removed words', () => {
    const made = entry('云合市', 1, { role: 'deny', word: '云合市', right: '云河市' });
    const removed = makeEntry({
      finding: termId('云合市'),
      author: '王',
      device: 'd',
      hlc: tick(null, 2, 'd'),
      fields: { deleted: true },
      prev: {},
    });
    expect(officeTerms([fold([made, removed])!])).toEqual([]);
  });
});

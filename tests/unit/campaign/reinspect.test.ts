import { describe, expect, it } from 'vitest';
import type { ItemRecord, SeenPage } from '../../../utils/campaign/progress/record';
import { recheckOutcome, recheckWords } from '../../../utils/campaign/reinspect';
import type { Call, Result } from '../../../utils/consultations/consultation';
import { readConsultationTitle } from '../../../utils/consultations/title';
import type { Finding } from '../../../utils/findings/finding';
import { anItem, aRecord } from './items';

const typo = {
  quote: '处法',
  suggestion: '处罚',
  sentence: '',
  anchor: { exact: '处法', prefix: '扰乱公共秩序行为的', suffix: '', start: 9, end: 11 },
};
const read = (text: string | null, gone = false) => recheckWords(typo, { gone, text }).state;

describe('recheckWords', () => {
  it.each([
    ['still there', '对扰乱公共秩序行为的处法', 'unfixed'],
    ['replaced as suggested', '对扰乱公共秩序行为的处罚', 'fixed'],
    ['gone, and something else in its place', '对扰乱公共秩序行为的惩戒', 'review'],
    ['the suggestion only elsewhere', '治安管理处罚法', 'review'],
    ['still somewhere else', '对扰乱公共秩序行为的处罚，其他处法', 'review'],
  ])('%s', (_, text, state) => {
    expect(read(text)).toBe(state);
  });

  it('knows a single character by its words', () => {
    const character = {
      quote: '证',
      suggestion: '正',
      sentence: '发现问题的责令限期改证',
      anchor: { exact: '证', prefix: '发现问题的责令限期改', suffix: '', start: 10, end: 11 },
    };
    const of = (text: string) => recheckWords(character, { gone: false, text });
    expect(of('居住证。发现问题的责令限期改证').state).toBe('unfixed');
    expect(of('居住证。发现问题的责令限期改正')).toEqual({
      state: 'fixed',
      reason: { key: 'recheck.replaced', args: ['限期改证', '限期改正'] },
    });
    expect(of('居住证。发现问题的责令改正；限期改证').state).toBe('review');
  });

  it('takes neither a word that was completed for still wrong, nor a doubled one for put right', () => {
    const completed = {
      quote: '座谈',
      suggestion: '座谈会',
      sentence: '',
      anchor: { exact: '座谈', prefix: '召开', suffix: '', start: 2, end: 4 },
    };
    const doubled = {
      quote: '的的',
      suggestion: '的',
      sentence: '',
      anchor: { exact: '的的', prefix: '我市', suffix: '', start: 2, end: 4 },
    };
    const of = (finding: typeof completed, text: string) =>
      recheckWords(finding, { gone: false, text }).state;
    expect(of(completed, '召开座谈两次')).toBe('unfixed');
    expect(of(completed, '召开座谈会两次')).toBe('fixed');
    expect(of(doubled, '我市的的工作')).toBe('unfixed');
    expect(of(doubled, '我市的工作')).toBe('fixed');
  });

  it('never takes a page that is gone or unread for fixed', () => {
    expect(read('页面不存在', true)).toBe('review');
    expect(read(null)).toBe('review');
  });
});

const account = anItem({ kind: 'account', platform: 'weibo', url: 'https://weibo.com/u/1' });
const aFinding = (change: Partial<Finding> = {}) =>
  ({
    id: 'f:1',
    url: 'https://weibo.com/u/1',
    check: 'accountUpdate',
    category: 'account',
    lastUpdated: '2023-09-19',
    status: 'confirmed',
    deleted: false,
    unit: '甲局',
    deadline: null,
    rectification: '',
    pageTitle: '',
    quote: '',
    ...change,
  }) as Finding;

function lookedAt(
  kind: 'pass' | 'fail' | 'review',
  lastUpdated: string | null,
  url = account.url,
): ItemRecord {
  const page: SeenPage = {
    url,
    title: '',
    day: '2024-07-18',
    own: true,
    outcomes: [{ check: 'accountUpdate', category: 'account', kind, lastUpdated, daysLeft: null }],
    consultations: null,
    forms: null,
    judged: '2024-07-18',
    rechecks: [],
    doubts: [],
  };
  return aRecord({ item: account, pages: [page] });
}

describe('recheckOutcome', () => {
  it('tells updated from still stale and from not looked at', () => {
    expect(recheckOutcome(aFinding(), lookedAt('pass', '2024-07-16')).state).toBe('fixed');
    expect(recheckOutcome(aFinding(), lookedAt('fail', '2023-09-19')).state).toBe('unfixed');
    expect(recheckOutcome(aFinding(), lookedAt('review', null)).state).toBe('review');
    expect(recheckOutcome(aFinding(), lookedAt('pass', '2024-07-16', 'https://weibo.com/u/2')).state).toBe(
      'unread',
    );
    expect(recheckOutcome(aFinding(), null).state).toBe('unread');
  });

  it('takes a consultation whose feedback is there now for 疑似已整改, by itself, and one without for unfixed', () => {
    const title = '关于《云河市城市更新专项规划（2022—2035）（征求意见稿）》公开征求意见的公告';
    const own = 'http://zjj.yunhe-demo.gov.cn/yjzj/1.html';
    const finding = aFinding({
      url: own,
      check: 'consultationFeedback',
      category: 'consultation',
      lastUpdated: null,
      pageTitle: title,
    });
    const keyOf = (text: string, href: string) => {
      const { names, subject, round } = readConsultationTitle(text, true)!;
      return { title: text, names, subject, round, href };
    };
    const call: Call = {
      ...keyOf(title, own),
      from: 'detail',
      published: '2024-01-10',
      opens: '2024-01-10',
      closes: '2024-02-10',
      closesInferred: false,
      stated: null,
      feedback: null,
      denial: null,
      place: null,
    };
    const seen = (results: Result[]): ItemRecord => {
      const record = lookedAt('review', null, own);
      const [page] = record.pages;
      page!.outcomes = [
        {
          check: 'consultationFeedback',
          category: 'consultation',
          kind: 'review',
          lastUpdated: null,
          daysLeft: null,
        },
      ];
      page!.consultations = { url: own, calls: [call], results: [] };
      const list = 'http://zjj.yunhe-demo.gov.cn/jgfk/';
      const other = { ...page!, url: list, consultations: { url: list, calls: [], results } };
      return { ...record, pages: [page!, other] };
    };
    const answer = '《云河市城市更新专项规划（2022—2035）（征求意见稿）》公众意见采纳情况的反馈';
    const resultOf = (text: string): Result => ({
      ...keyOf(text, 'http://zjj.yunhe-demo.gov.cn/jgfk/2.html'),
      published: '2024-05-20',
      place: null,
    });
    expect(recheckOutcome(finding, seen([resultOf(answer)]))).toEqual({
      state: 'fixed',
      reason: { key: 'recheck.feedback', args: [answer] },
    });
    const another = resultOf(answer.replace('城市更新', '养老服务'));
    for (const results of [[], [another]])
      expect(recheckOutcome(finding, seen(results))).toEqual({
        state: 'unfixed',
        reason: { key: 'recheck.noFeedback' },
      });
  });

  it('uses what the page itself said about the words of a finding', () => {
    const record = lookedAt('pass', null);
    record.pages[0]!.rechecks = [{ finding: 'f:1', state: 'unfixed', reason: { key: 'x' } }];
    expect(recheckOutcome(aFinding({ category: 'wording' }), record).state).toBe('unfixed');
  });
});

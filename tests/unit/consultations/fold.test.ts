import { expect, test } from 'vitest';
import type { Call, Result, SeenConsultations } from '../../../utils/consultations/consultation';
import { foldConsultations } from '../../../utils/consultations/fold';
import { lifecycleOf } from '../../../utils/consultations/lifecycle';
import { readConsultationTitle } from '../../../utils/consultations/title';
import { siteOf } from '../../../utils/links/site';

const key = (title: string, href: string) => {
  const { names, subject, round } = readConsultationTitle(title, true)!;
  return { title, names, subject, round, href };
};
const call = (title: string, href: string, rest: Partial<Call> = {}): Call => ({
  ...key(title, href),
  from: 'list',
  published: null,
  opens: null,
  closes: null,
  closesInferred: false,
  stated: null,
  feedback: null,
  denial: null,
  place: null,
  ...rest,
});
const result = (title: string, href: string, published: string): Result => ({
  ...key(title, href),
  published,
  place: null,
});
const page = (url: string, calls: Call[], results: Result[] = []): SeenConsultations => ({
  url,
  calls,
  results,
});

const LIST = 'https://zjj.yunhe-demo.gov.cn/yjzj/';
const DETAIL = 'https://zjj.yunhe-demo.gov.cn/yjzj/1.html';
const RESULTS = 'https://www.yunhe-demo.gov.cn/jgfk/';
const cutTitle = '关于公开征求《云河市城市更新专项规划…';
const title = '关于公开征求《云河市城市更新专项规划（征求意见稿）》意见的公告';
const answer = '《云河市城市更新专项规划（征求意见稿）》公开征求意见采纳情况';

const list = page(LIST, [call(cutTitle, DETAIL, { published: '2024-02-01' })]);
const detail = page(DETAIL, [
  call(title, DETAIL, { from: 'detail', published: '2024-02-01', opens: '2024-02-01', closes: '2024-03-04' }),
]);
const results = page(RESULTS, [], [result(answer, `${RESULTS}9.html`, '2024-03-20')]);

test('list, own page and a result on another day are one consultation, in whatever order they were read', () => {
  for (const order of [
    [list, detail, results],
    [results, list, detail],
    [detail, results, list],
  ]) {
    const [only, ...others] = foldConsultations(order);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ title, href: DETAIL, closes: '2024-03-04' });
    expect(lifecycleOf(only!, '2024-05-01')).toMatchObject({ phase: 'answered', answeredAfter: 16 });
  }
});

test('without the result it is closed and unanswered, with days counted from the close', () => {
  const [only] = foldConsultations([list, detail]);
  expect(lifecycleOf(only!, '2024-05-18')).toEqual({
    phase: 'closed',
    daysLeft: null,
    daysSince: 75,
    answeredAfter: null,
  });
  expect(lifecycleOf(only!, '2024-03-04')).toMatchObject({ phase: 'open', daysLeft: 0 });
});

test('a result answers the call before it, not one of a later year with the same name', () => {
  const again = page(`${LIST}2`, [call(title, `${LIST}7.html`, { published: '2025-02-01' })]);
  const cases = foldConsultations([list, again, results]);
  expect(cases.map((c) => [c.published, c.feedback?.published ?? null])).toEqual([
    ['2024-02-01', '2024-03-20'],
    ['2025-02-01', null],
  ]);
});

test('a result of another site does not answer', () => {
  const elsewhere = page('https://www.other.gov.cn/', [], results.results);
  expect(foldConsultations([detail, elsewhere])[0]!.feedback).toBeNull();
  expect(siteOf('https://zjj.yunhe-demo.gov.cn:8080/a')).toBe('yunhe-demo.gov.cn');
});

test('rows with one cut title that lead to different pages stay apart', () => {
  const twice = page(LIST, [call(cutTitle, `${LIST}1.html`), call(cutTitle, `${LIST}2.html`)]);
  expect(foldConsultations([twice])).toHaveLength(2);
});

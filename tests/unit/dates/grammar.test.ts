import { describe, expect, test } from 'vitest';
import { dateOfLeaves } from '../../../utils/dates/boxes';
import { findDates } from '../../../utils/dates/grammar';
import { relativeDate } from '../../../utils/dates/relative';

const shown = (text: string) => findDates(text).map((m) => m.date ?? `--${m.month}-${m.day}`);

describe('forms with a year', () => {
  test.each([
    '2024-04-24',
    '[2024-04-24]',
    '(2024-04-24)',
    '（2024-04-24）',
    '【2024-04-24】',
    '2024-4-24',
    '2024-04-24 10:38',
    '2024-04-2410:38',
    '〔2024-04-24〕',
    '2024-04-24 10:38:22',
    '2024-04-24T10:38:22+08:00',
    '2024-04-24T02:38:22Z',
    '2024-04-23T22:38:22.123Z',
    '2024-04-24-23:59:59',
    '2024-04-24\u00a010:38',
    '2024\u00a0-\u00a004\u00a0-\u00a024',
    '2024/4/24',
    '2024/04/24 10:38',
    '2024.04.24',
    '2024.4.24',
    '2024年4月24日',
    '2024年04月24日 10:38',
    '2024年04月24日10时38分',
    '2024 年 4 月 24 日',
    '2024年4月 24日',
    '2024年4月24号',
    '２０２４年４月２４日',
    '２０２４－０４－２４',
    '二〇二四年四月二十四日',
    '二○二四年四月二十四日',
    '二零二四年四月二十四日',
    '二Ｏ二四年四月二十四日',
    '二O二四年四月二十四日',
    'Wed Apr 24 2024',
    'Wed Apr 24 10:38:22 CST 2024',
    'Apr 24, 2024',
    '24 Apr 2024',
    '发布时间：2024-04-24来源：本站',
    '星期三2024-04-24',
  ])('%s', (text) => expect(shown(text)).toEqual(['2024-04-24']));

  test('a short year is told apart, because only a 发布 label makes it a date', () => {
    expect(findDates('24-04-24')).toMatchObject([{ form: 'shortYear', date: '2024-04-24' }]);
  });

  test('Chinese numerals are told apart, because they sign a document', () => {
    expect(findDates('二〇二三年十二月三十一日')).toMatchObject([{ form: 'numeral', date: '2023-12-31' }]);
    expect(shown('二〇二四年一月二十日')).toEqual(['2024-01-20']);
    expect(shown('二〇二四年十月十日')).toEqual(['2024-10-10']);
  });

  test.each([
    ['2024-04-24 10:38', '10:38'],
    ['2024-04-24 9:05:07', '09:05:07'],
    ['2024-04-24T10:38:22+08:00', '10:38:22'],
    ['2024-04-24T02:38:22Z', '10:38'],
    ['2007-08-20-23:59:59', '23:59:59'],
    ['Wed Apr 24 10:38:22 CST 2024', '10:38:22'],
    ['2024年4月24日10时38分', '10:38'],
  ])('%s has its time', (text, time) => expect(findDates(text)[0]?.time).toBe(time));
});

describe('forms without a year', () => {
  test.each([
    '04-24',
    '[04-24]',
    '4月24日',
    '04月24日',
    '04-24·',
    '（04-24）',
    '04-24 10:38',
    '日期：04-24',
    '04-2410:38',
  ])('%s', (text) => expect(shown(text)).toEqual(['--4-24']));
});

describe('split over the leaves of one box', () => {
  test.each([
    '24 2024-04',
    '24 / 2024-04',
    '2024-04 24',
    '2024-04 / 24',
    '24 2024.04',
    '24 2024年4月',
    '202404/24',
    '24日 2024年4月',
    '2024 04-24',
    '04-24 2024',
    '2024年 04月24日',
    '24 Apr 2024',
    '2024 04 24',
  ])('%s', (text) => expect(dateOfLeaves(text)?.date).toBe('2024-04-24'));
  test.each(['24 4月', '4月 24'])('%s without a year', (text) =>
    expect(dateOfLeaves(text)).toEqual({ year: null, month: 4, day: 24, date: null }),
  );
  test.each(['24 25', '2024', '2024-04', '24 2024-13', '共 24 2024', '2024-04 99'])('%s is none', (text) =>
    expect(dateOfLeaves(text)).toBeNull(),
  );
});

describe('relative to the day of reading', () => {
  test.each([
    ['今天', '2024-04-24'],
    ['昨天 10:38', '2024-04-23'],
    ['前天', '2024-04-22'],
    ['3天前', '2024-04-21'],
    ['2周前', '2024-04-10'],
    ['5小时前', '2024-04-24'],
    ['刚刚', '2024-04-24'],
  ])('%s', (text, date) => expect(relativeDate(text, '2024-04-24')).toBe(date));
  test('not inside a sentence', () => expect(relativeDate('今天上午召开会议', '2024-04-24')).toBeNull());
});

describe('refused', () => {
  test.each([
    '国办发〔2024〕19号',
    '[2024]19号',
    '2023年度',
    '2016年1月',
    '2023年1-7月',
    '2024-4/24',
    '2024/4-24',
    '2024.4-24',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '农历2024年4月24日',
    '民国2024年4月24日',
    '昭和 2024年4月24日',
    '电话：0371-12-24567',
    '010-04246688',
    '粤ICP备2024042401号',
    '营业时间 8:30-18:30',
    '08:30-12:00',
    '10月23-25日',
    '4月10-12日',
    '第04-24期',
    '04-24%',
    '20240424',
    '1.2024.04.24.5',
    'v2024.04.24',
    '2024-04-245',
    '12024-04-24',
    '第 01-12 页',
    '01-12 / 30',
    '二〇二四年四月',
    '百分之二十四',
  ])('%s', (text) => expect(shown(text)).toEqual([]));
});

describe('periods are marked', () => {
  test.each([
    ['2024年4月24日至2024年5月24日', ['start', 'end']],
    ['2024年4月24日—5月24日', ['start', 'end']],
    ['2024-04-24至2024-05-24', ['start', 'end']],
    ['2024-04-24 ~ 2024-05-24', ['start', 'end']],
    ['2024.04.24-2024.05.24', ['start', 'end']],
    ['2024年4月24日到25日', ['start']],
    ['4月24日至25日', ['start']],
    ['2024年4月24日起至2024年5月24日', ['start', 'end']],
    ['2024年4月24日', [undefined]],
    ['2024-04-24 来源：甲 2024-05-01', [undefined, undefined]],
  ])('%s', (text, ranges) => expect(findDates(text).map((m) => m.range)).toEqual(ranges));
});

test('offsets are those of the text, full-width or not', () => {
  const text = '发布时间：２０２４－０４－２４　10:38 来源';
  const [mention] = findDates(text);
  expect(text.slice(mention!.start, mention!.end)).toBe('２０２４－０４－２４　10:38');
});

import { describe, expect, it } from 'vitest';
import { shownTime } from '../../../utils/accounts/shownTime';
import { instantOfEpoch } from '../../../utils/accounts/times';

const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();
const readAt = at('2024-04-18 09:30:00');
const day = (text: string, more = {}) => shownTime(text, { readAt, ...more })?.day ?? null;

describe('shownTime', () => {
  it.each([
    ['刚刚', '2024-04-18'],
    ['50秒前', '2024-04-18'],
    ['3分钟前', '2024-04-18'],
    ['半小时前', '2024-04-18'],
    ['5小时前', '2024-04-18'],
    ['今天 08:12', '2024-04-18'],
    ['昨天 23:59 来自 iPhone客户端', '2024-04-17'],
    ['前天', '2024-04-16'],
    ['3天前', '2024-04-15'],
    ['2周前', '2024-04-04'],
    ['2个月前', '2024-02-18'],
    ['1年前', '2023-04-18'],
    ['4-16', '2024-04-16'],
    ['04-16 10:23', '2024-04-16'],
    ['12-30', '2023-12-30'],
    ['4月16日 10:23', '2024-04-16'],
    ['06月17日 18:12\u00a0来自绿洲APP', '2023-06-17'],
    ['2023-9-19 08:00', '2023-09-19'],
    ['2023-09-19 08:00:05', '2023-09-19'],
    ['2023年9月19日', '2023-09-19'],
    ['2023年09月19日08:00', '2023-09-19'],
    ['发布于 2023-09-19', '2023-09-19'],
    ['发布时间：2023-09-19 08:00', '2023-09-19'],
    ['置顶 4-16', '2024-04-16'],
    ['4-16 云南', '2024-04-16'],
    ['2023-09-19 · 投稿了视频', '2023-09-19'],
    ['Tue Feb 23 12:28:47 +0800 2021', '2021-02-23'],
  ])('%s', (text, expected) => expect(day(text)).toBe(expected));

  it.each([
    '编辑于 04-16',
    '回复于 04-16',
    '11:24',
    '24-1-10 08:00',
    '4-16号线开通',
    '03:25',
    '3天前的公告',
    '13-45',
    '10万',
    '2024',
  ])('is no time of a post: %s', (text) => expect(day(text)).toBeNull());

  it('reads the two-digit year of weibo.com and the bare clock of 贴吧 only there', () => {
    expect(day('24-1-10 08:00', { shortYear: true })).toBe('2024-01-10');
    expect(day('07:38', { clock: true })).toBe('2024-04-18');
  });

  it('takes tomorrow as tomorrow and the day after as last year', () => {
    expect(day('4-19')).toBe('2024-04-19');
    expect(day('4-20')).toBe('2023-04-20');
  });

  it('finds the year by the time in the id, also in an old saved page', () => {
    expect(day('06月17日 18:12', { near: at('2020-06-17 18:12:13') })).toBe('2020-06-17');
    expect(day('1-1', { near: at('2020-12-31 23:59:00') })).toBe('2021-01-01');
  });

  it('leaves a month undecided', () => {
    expect(shownTime('2023-09', { readAt })).toMatchObject({
      day: null,
      earliest: '2023-09-01',
      latest: '2023-09-30',
    });
  });

  it('counts relative words over midnight from the moment of reading', () => {
    const late = shownTime('3小时前', { readAt: at('2024-04-18 02:30:00') });
    expect(late).toMatchObject({
      day: '2024-04-17',
      earliest: '2024-04-17',
      latest: '2024-04-17',
      relative: true,
    });
    const edge = shownTime('3小时前', { readAt: at('2024-04-18 03:30:00') });
    expect(edge).toMatchObject({ earliest: '2024-04-17', latest: '2024-04-18' });
    expect(shownTime('3天前', { readAt })).toMatchObject({ earliest: '2024-04-14', latest: '2024-04-15' });
  });

  it('keeps the minute where one is shown', () => {
    expect(shownTime('昨天 7:05', { readAt })?.at).toBe(at('2024-04-17 07:05:00'));
    expect(shownTime('2023年09月19日08:00', { readAt })?.at).toBe(at('2023-09-19 08:00:00'));
    expect(shownTime('4-16', { readAt })?.at).toBeNull();
  });

  it('splits unix seconds and milliseconds', () => {
    expect(instantOfEpoch('1764842451')).toBe(at('2025-12-04 18:00:51'));
    expect(instantOfEpoch(1764842451000)).toBe(at('2025-12-04 18:00:51'));
    expect(instantOfEpoch(0)).toBeNull();
  });
});

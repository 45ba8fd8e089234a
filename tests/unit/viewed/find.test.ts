import { describe, expect, it } from 'vitest';
import { findSame, MOST_PLACES, phraseOf } from '../../../utils/viewed/find';
import type { ViewedPage } from '../../../utils/viewed/page';

const page = (url: string, text: string): ViewedPage => ({
  object: 'site',
  platform: '',
  url,
  title: '页面',
  site: '云河市人民政府',
  siteCode: '',
  column: '',
  published: null,
  readAt: '2024-04-18T02:00:00Z',
  now: '2024-04-18',
  text,
});

describe('findSame', () => {
  const pages = [
    page('http://a.example/1', '标题\n责令改证违法行为。身份证有效。\n请予改证。'),
    page('http://a.example/2', '限期改证；逾期不改正的，依法处罚。'),
  ];

  it('finds the phrase in every text and points at the wrong words in it', () => {
    const found = findSame(pages, { wrong: '证', phrase: '改证' });
    expect(found.map(({ page, sentence }) => [page.url, sentence])).toEqual([
      ['http://a.example/1', '责令改证违法行为。'],
      ['http://a.example/1', '请予改证。'],
      ['http://a.example/2', '限期改证；'],
    ]);
    expect(found[0]!.anchor).toMatchObject({ exact: '证', prefix: '标题\n责令改' });
  });

  it('names one finding for the same words of one page, and one per campaign', () => {
    const [first, second, other] = findSame(pages, { wrong: '证', phrase: '改证' });
    expect(first!.finding).toBe(second!.finding);
    expect(first!.finding).not.toBe(other!.finding);
    expect(findSame(pages, { wrong: '证', phrase: '改证' }, 'c:1')[0]!.finding).not.toBe(first!.finding);
  });

  it('looks for nothing that is too short or lacks the wrong words', () => {
    expect(findSame(pages, { wrong: '证', phrase: '证' })).toEqual([]);
    expect(findSame(pages, { wrong: '证', phrase: '改正' })).toEqual([]);
  });

  it('stops where it is no slip any more', () => {
    const many = page('http://a.example/3', '改证'.repeat(MOST_PLACES + 1));
    expect(findSame([many], { wrong: '证', phrase: '改证' })).toHaveLength(MOST_PLACES);
  });
});

describe('phraseOf', () => {
  it('takes the neighbour of a single character along', () => {
    expect(phraseOf('证', '责令改证违法行为。')).toBe('改证');
    expect(phraseOf('弟', '，弟二学校')).toBe('弟二');
    expect(phraseOf('布署', '统一布署。')).toBe('布署');
  });
});

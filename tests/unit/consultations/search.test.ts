import { describe, expect, it } from 'vitest';
import { draftNames } from '../../../utils/consultations/names';
import { searchWords } from '../../../utils/consultations/search';

describe('searchWords', () => {
  it.each([
    ['关于公开征求《云河市城市更新专项规划（2022—2035）（征求意见稿）》意见的公告', '云河市城市更新专项规划'],
    ['关于《云河市电梯安全管理办法（草案）》公开征求意见的通知', '云河市电梯安全管理办法'],
    ['2024年民生实事项目意见征集', '2024年民生实事项目意见征集'],
  ])('%s -> %s', (title, words) => {
    expect(searchWords({ title, names: draftNames(title) })).toBe(words);
  });
});

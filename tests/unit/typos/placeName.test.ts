import { expect, it } from 'vitest';
import { isOfSmallPlace, isPlaceName } from '../../../utils/typos/placeName';

const at = (text: string, wrong: string) => {
  const start = text.indexOf(wrong);
  return { start, end: start + wrong.length };
};

it.each([
  ['云河市园林事务中心', '云', true],
  ['云河市园林事务中心', '河', true],
  ['齐云河市园林事务中心', '齐', false],
  ['云河市园林事务中心', '园', false],
  ['云计算中心落户本市', '云', false],
])('%s: %s', (text, wrong, expected) => {
  expect(isPlaceName(text, at(text, wrong))).toBe(expected);
});

it.each([
  ['小潢河流过县境', '潢', true],
  ['小潢村的河', '潢', true],
  ['潢川县的河', '潢', false],
])('%s: %s before what a small place is called', (text, wrong, expected) => {
  expect(isOfSmallPlace(text, at(text, wrong))).toBe(expected);
});

import { expect, it } from 'vitest';
import { campaignOf } from '../../../utils/campaign/campaign';
import { signOffField, signOffLine, signOffValue } from '../../../utils/campaign/signOff';
import { makeEntry } from '../../../utils/findings/entry';
import { foldAll } from '../../../utils/findings/fold';
import { tick } from '../../../utils/findings/hlc';

it('is read from a campaign with the author and time of its entry, newest day first', () => {
  const value = signOffValue({ pages: 3, seconds: 650, toEnd: 2, findings: 1, note: '' });
  const entries = ['2024-04-17', '2024-04-18'].map((day, at) =>
    makeEntry({
      finding: 'c:1',
      author: '王',
      device: 'a',
      hlc: tick(null, Date.UTC(2024, 3, 18) + at, 'a'),
      fields: { [signOffField(day, '王')]: value },
      prev: {},
    }),
  );
  const { signOffs } = campaignOf(foldAll(entries)[0]!);
  expect(signOffs.map(({ day, author, pages }) => [day, author, pages])).toEqual([
    ['2024-04-18', '王', 3],
    ['2024-04-17', '王', 3],
  ]);
  expect(signOffLine(signOffs[0]!)).toEqual({
    key: 'reading.line',
    args: ['2024-04-18', '王', 3, 11, 2, 1],
  });
});

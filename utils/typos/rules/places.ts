import { say } from '../../words';
import type { Suggestion } from '../suggestion';
import { CITIES } from '../terms/cities';
import { found } from './found';

const provinceOf = new Map<string, string>();
for (const [province, cities] of Object.entries(CITIES)) {
  for (const city of cities.split(' ')) provinceOf.set(city, province);
}
const provinces = Object.keys(CITIES);
const longestFirst = [...provinceOf.keys()].sort((a, b) => b.length - a.length);
const PLACE = new RegExp(`(${provinces.join('|')})(${longestFirst.join('|')})`, 'g');

/** A city named under another province (安徽省南京市). */
export function checkPlaces(text: string): Suggestion[] {
  const result: Suggestion[] = [];
  for (const match of text.matchAll(PLACE)) {
    const [whole, province, city] = match;
    const right = provinceOf.get(city!)!;
    if (right === province) continue;
    const start = match.index;
    result.push(
      found(text, start, start + whole.length, right + city, 'place', say('typos.why.place', city!, right)),
    );
  }
  return result;
}

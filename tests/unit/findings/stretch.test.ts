import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noFilter, queryOf } from '../../../utils/findings/filter';
import type { Finding } from '../../../utils/findings/finding';
import { replaced, type Stretch, stretchesOf } from '../../../utils/findings/stretch';

const SITES = ['甲局', '乙局', '丙局'];

function finding(n: number, pageTitle: string): Finding {
  return {
    id: `f:${n % 7}${n}`,
    pageTitle,
    site: SITES[n % 3]!,
    url: '',
    unit: '',
    description: '',
    quote: '',
    suggestion: '',
    note: '',
    column: '',
    category: '',
    status: 'suspected',
    // Two by two at the same time.
    createdAt: new Date(1.7e12 - Math.floor(n / 2) * 1000).toISOString(),
  } as Finding;
}

const inOrder = (findings: readonly Finding[]) =>
  [...findings].sort((a, b) =>
    a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : a.id < b.id ? -1 : 1,
  );
const all = (stretches: readonly Stretch[]) => stretches.flatMap(({ findings }) => findings);
const title = fc.stringMatching(/^[甲乙ab ]{0,6}$/);

it('finds what looking at each finding by itself finds', () => {
  fc.assert(
    fc.property(fc.array(title), title, fc.constantFrom('', ...SITES), (titles, search, site) => {
      const findings = titles.map((text, n) => finding(n, text));
      const words = search.split(/\s+/).filter(Boolean);
      const expected = findings.filter(
        (one) =>
          words.every((word) => one.pageTitle.includes(word) || one.site.includes(word)) &&
          (!site || one.site === site),
      );
      const query = queryOf({ ...noFilter, search, site });
      expect(stretchesOf(findings).flatMap((stretch) => stretch.matching(query))).toEqual(expected);
    }),
  );
});

it('looks only through stretches in which something changed', () => {
  const stretches = stretchesOf(inOrder(Array.from({ length: 2_000 }, (_, n) => finding(n, '公告'))));
  const asked: string[] = [];
  const { words, fits } = queryOf(noFilter);
  const query = { words, fits: (one: Finding) => asked.push(one.id) > 0 && fits(one) };
  for (const stretch of stretches) stretch.matching(query);
  expect(asked).toHaveLength(2_000);
  asked.length = 0;
  const one = stretches[2]!.findings[7]!;
  const after = replaced(stretches, new Set([one.id]), [{ ...one, status: 'confirmed' }]);
  for (const stretch of after) stretch.matching(query);
  expect(asked).toEqual(after[2]!.findings.map(({ id }) => id));
});

it('puts what changed, came or went where a fresh list would have it', () => {
  const size = 1_200;
  const known = inOrder(Array.from({ length: size }, (_, n) => finding(n, '旧')));
  const some = fc.uniqueArray(fc.integer({ min: 0, max: size + 40 }), { maxLength: 30 });
  fc.assert(
    fc.property(some, some, (changed, gone) => {
      const ids = new Set([...changed, ...gone].map((n) => finding(n, '').id));
      const now = changed.filter((n) => !gone.includes(n)).map((n) => finding(n, '新'));
      const after = replaced(stretchesOf(known), ids, now);
      expect(all(after)).toEqual(inOrder([...known.filter(({ id }) => !ids.has(id)), ...now]));
    }),
    { numRuns: 30 },
  );
  expect(all(replaced([], new Set(), known.slice(0, 3)))).toEqual(known.slice(0, 3));
});

import { CODE, FEED, WIDTH } from '../../../../utils/typos/corrector/weights';

/** So many characters are known to it. */
export const CHARACTERS = 10;
const SIZES: [string, number, number][] = [
  ['codes', CHARACTERS + 2, CODE],
  ['enter', CODE, WIDTH],
  ...[0, 1].flatMap((depth): [string, number, number][] => [
    [`${depth}.attend`, WIDTH, 3 * WIDTH],
    [`${depth}.mix`, WIDTH, WIDTH],
    [`${depth}.feed`, WIDTH, FEED],
    [`${depth}.back`, FEED, WIDTH],
  ]),
  ['leave', WIDTH, CODE],
];

const bytes = (values: Float32Array | Int8Array): Uint8Array => new Uint8Array(values.slice().buffer);

/** Weights that look random and are the same every time. */
export function trained(): Map<string, Uint8Array> {
  const sections = new Map<string, Uint8Array>();
  let seed = 1;
  for (const [name, rows, columns] of SIZES) {
    const values = Int8Array.from({ length: rows * columns }, () => {
      seed = (seed * 48271) % 2147483647;
      return (seed % 17) - 8;
    });
    sections.set(`corrector.${name}`, bytes(values));
    sections.set(`corrector.${name}.scale`, bytes(new Float32Array(rows).fill(0.3 / Math.sqrt(rows))));
  }
  return sections.set(
    'corrector.bias',
    bytes(Float32Array.from({ length: CHARACTERS + 2 }, (_, at) => at / 10)),
  );
}

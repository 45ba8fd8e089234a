import { describe, expect, it } from 'vitest';
import { Spoiler, seeded } from '../../../tools/lexicon/noise';
import { SAME_SOUND, SHAPE } from '../../../utils/typos/confusions';
import { characters, idsOf, tinyModel } from './tiny';

/** Each letter is taken for its neighbour in the alphabet, by sound and by shape. */
const confusions = (() => {
  const pairs = characters.map((_, id) => (id < 2 ? [] : [id % 2 ? id - 1 : id + 1]));
  const start = Uint32Array.from([0, ...pairs.map((_, id) => pairs.slice(0, id + 1).flat().length)]);
  const other = Uint16Array.from(pairs.flat());
  return {
    start,
    other,
    kinds: new Uint8Array(other.length).fill(SAME_SOUND | SHAPE),
    likeness: new Uint8Array(other.length).fill(200),
  };
})();
const han = Uint8Array.from(characters, (_, id) => (id > 1 ? 1 : 0));
const spoiler = (seed: number): Spoiler => new Spoiler(tinyModel(60), confusions, han, seeded(seed));

describe('errors put into sentences', () => {
  const sentence = Uint16Array.from(idsOf('abcdxefcdxdcab'));

  it('say what should stand in their place', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { ids, slips } = spoiler(seed).spoil(sentence, 3);
      const text = [...ids];
      for (const { start, end, right } of [...slips].reverse()) text.splice(start, end - start, ...right);
      expect(text).toEqual([...sentence]);
    }
  });

  it('mostly go wrong in the same way where the same word stands elsewhere, and sometimes do not', () => {
    const words = Uint16Array.from(idsOf('efxcdxefxcd'));
    const seen = { both: 0, one: 0 };
    for (let seed = 0; seed < 300; seed++) {
      const { slips } = spoiler(seed).spoil(words, 1);
      const [first, second] = slips;
      if (!first || first.right.length !== first.end - first.start) continue;
      if (!second) seen.one++;
      else {
        seen.both++;
        expect(second.start - first.start).toBe(6);
        expect(second.right).toEqual(first.right);
      }
    }
    expect(seen.one).toBeGreaterThan(10);
    expect(seen.both).toBeGreaterThan(2 * seen.one);
  });
});

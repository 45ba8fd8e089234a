import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Corrector } from '../../../../utils/typos/corrector/model';
import { CODE, FEED, HEADS, unpackCorrector, WIDTH } from '../../../../utils/typos/corrector/weights';
import { plain } from '../../../../utils/typos/network/plain';
import { CHARACTERS, trained } from './weights';

describe('the weights of the corrector', () => {
  it('are missing from a file without one', () => {
    expect(unpackCorrector(new Map(), CHARACTERS)).toBeNull();
  });

  it('are refused when a matrix is missing, or of another size', () => {
    const cut = trained().set('corrector.1.back', new Uint8Array(8));
    expect(() => unpackCorrector(cut, CHARACTERS)).toThrow('corrector.1.back');
    expect(() => unpackCorrector(trained(), CHARACTERS + 1)).toThrow('corrector.codes');
    const without = trained();
    without.delete('corrector.leave');
    expect(() => unpackCorrector(without, CHARACTERS)).toThrow('lacks "corrector.leave"');
  });

  it('are of the sizes that are trained', () => {
    const source = readFileSync('tools/lexicon/corrector/model.py', 'utf8');
    const [, sizes = ''] = /^CODE, WIDTH, HEADS, DEPTH, FEED = (.*)$/m.exec(source) ?? [];
    const [code, width, heads, , feed] = sizes.split(', ').map(Number);
    expect({ code, width, heads, feed }).toEqual({ code: CODE, width: WIDTH, heads: HEADS, feed: FEED });
  });

  it('count their blocks', () => {
    expect(unpackCorrector(trained(), CHARACTERS)!.blocks).toHaveLength(2);
  });
});

describe('the corrector', () => {
  const weights = unpackCorrector(trained(), CHARACTERS)!;
  const corrector = new Corrector(weights);
  const ids = [2, 3, 4, 5, 6, 7, 8];

  it('gives one opinion of every place, whose probabilities come to 1', () => {
    const opinions = corrector.read(ids);
    expect(opinions).toHaveLength(ids.length);
    for (const opinion of opinions) {
      const characters = Array.from({ length: CHARACTERS }, (_, id) => Math.exp(opinion.of(id)));
      const all = characters.reduce(
        (sum, one) => sum + one,
        Math.exp(opinion.extra) + Math.exp(opinion.missing),
      );
      expect(all).toBeCloseTo(1, 5);
      expect(Math.exp(opinion.of(opinion.first))).toBe(Math.max(...characters));
    }
  });

  it('says of some places what it says of all', () => {
    const all = corrector.read(ids).map((opinion) => opinion.of(4));
    expect(corrector.read(ids, 2, 5).map((opinion) => opinion.of(4))).toEqual(all.slice(2, 5));
    expect(corrector.read(ids, 6, 7).map((opinion) => opinion.of(4))).toEqual(all.slice(6));
  });

  it('says the same with plain loops', () => {
    const slow = new Corrector(weights, plain()).read(ids);
    corrector.read(ids).forEach((opinion, place) => {
      for (let id = 0; id < CHARACTERS; id++) expect(opinion.of(id)).toBeCloseTo(slow[place]!.of(id), 1);
    });
  });

  it('forgets what it read before', () => {
    const before = corrector.read(ids).map((opinion) => opinion.of(4));
    corrector.read(Array.from({ length: 90 }, (_, at) => 2 + (at % 8)));
    expect(corrector.read(ids).map((opinion) => opinion.of(4))).toEqual(before);
  });

  it('minds what stands before and behind, and in which order', () => {
    const at = (text: number[]): number => corrector.read(text)[3]!.of(5);
    const told = [
      at(ids),
      at([9, ...ids.slice(1)]),
      at([...ids.slice(0, 6), 9]),
      at([3, 2, ...ids.slice(2)]),
    ];
    expect(new Set(told.map((value) => value.toFixed(4))).size).toBe(4);
  });
});

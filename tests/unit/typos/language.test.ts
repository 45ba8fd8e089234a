import { describe, expect, it } from 'vitest';
import { countNgrams } from '../../../tools/lexicon/count';
import { readSections, writeSections } from '../../../utils/typos/bytes';
import { otherCharacter } from '../../../utils/typos/edit';
import { Expectation } from '../../../utils/typos/expectation';
import { describe as describeEdit, withFit } from '../../../utils/typos/features';
import { costAfter, STEP } from '../../../utils/typos/language';
import { Pairs } from '../../../utils/typos/pairs';
import { compare, costOf, read } from '../../../utils/typos/reading';
import { unpackLanguage } from '../../../utils/typos/unpack';
import { EMPTY, Walker } from '../../../utils/typos/walker';
import { characters, idsOf, tinyModel } from './tiny';

describe('counting', () => {
  it('counts n-grams within sentences only', () => {
    const [one, two] = countNgrams(Uint16Array.from([1, 2, 3, 1, 2, 3, 1]), 4, [1, 1, 1, 1, 1]);
    expect([...one!.count]).toEqual([0, 3, 2, 2]);
    // After the boundary: 2 twice; after 2: 3 twice; after 3: the boundary twice.
    expect([...two!.word]).toEqual([2, 3, 1]);
    expect([...two!.count]).toEqual([2, 2, 2]);
  });
});

describe('the language model', () => {
  it.each([10_000, 40])('gives probabilities that add up to about 1 (%i n-grams)', (target) => {
    const walker = new Walker(tinyModel(target));
    for (const context of ['', 'a', 'ab', 'abc', 'fe']) {
      let state = walker.step(EMPTY, 1);
      for (const id of idsOf(context)) state = walker.step(state, id);
      let sum = 0;
      for (let id = 1; id < characters.length; id++) {
        walker.step(state, id);
        sum += Math.exp(walker.logProbability);
      }
      // Quantised to STEP, so each probability is off by up to exp(STEP / 2).
      expect(Math.abs(Math.log(sum))).toBeLessThan(STEP);
    }
  });

  it('matches the longest n-gram that it holds', () => {
    const walker = new Walker(tinyModel(10_000));
    let state = walker.step(EMPTY, 1);
    const matched = idsOf('abcd').map((id) => {
      state = walker.step(state, id);
      return walker.matched;
    });
    expect(matched).toEqual([2, 3, 4, 5]);
  });

  it('knows without reading which characters never met, and what that costs', () => {
    const model = tinyModel(10_000);
    const walker = new Walker(model);
    const pairs = new Pairs(model);
    let never = 0;
    for (const first of idsOf('abcdef'))
      for (const second of idsOf('abcdef')) {
        const state = walker.step(walker.step(EMPTY, 1), first);
        const foretold = walker.backOff(state) + walker.alone(second);
        walker.step(state, second);
        expect(pairs.has(first, second)).toBe(costAfter(model, first, second) < 255);
        if (pairs.has(first, second)) continue;
        never++;
        expect(walker.logProbability).toBeCloseTo(foretold, 6);
        expect(walker.matched).toBe(1);
      }
    expect(never).toBeGreaterThan(5);
  });

  it.each([10_000, 40, 12])(
    'reads the same when it is told which characters never met (%i n-grams)',
    (target) => {
      const model = tinyModel(target);
      const [plain, told] = [new Walker(model), new Walker(model, new Pairs(model))];
      let states: [number, number] = [plain.step(EMPTY, 1), told.step(EMPTY, 1)];
      for (let at = 0; at < 500; at++) {
        const id = (at * at + 3 * at) % characters.length;
        states = [plain.step(states[0], id), told.step(states[1], id)];
        expect(states[1]).toBe(states[0]);
        expect(told.logProbability).toBeCloseTo(plain.logProbability, 6);
        expect(told.matched).toBe(plain.matched);
      }
    },
  );

  it('compares a replacement with the text exactly as reading both whole does', () => {
    const walker = new Walker(tinyModel(10_000));
    const whole = (text: string): number =>
      read(walker, new Pairs(tinyModel(10_000)), Uint16Array.from(idsOf(text))).logs.reduce(
        (a, b) => a + b,
        0,
      );
    const reading = read(walker, new Pairs(tinyModel(10_000)), Uint16Array.from(idsOf('cdabcf')));
    const found = compare(walker, reading, 3, 4, idsOf('d'), -100)!;
    expect(found.gain).toBeCloseTo(whole('caddcf'.replace('cadd', 'cdad')) - whole('cdabcf'), 4);
    expect(compare(walker, reading, 3, 4, idsOf('d'), 100)).toBeNull();
  });
});

describe('Expectation', () => {
  it('rules out only what gains too little', () => {
    const model = tinyModel(10_000);
    const walker = new Walker(model);
    const pairs = new Pairs(model);
    const expectation = new Expectation(walker, pairs);
    const ids = Uint16Array.from(idsOf('cdabcfad'));
    const reading = read(walker, pairs, ids);
    const sum = (values: Float32Array): number => values.reduce((a, b) => a + b, 0);
    let ruledOut = 0;
    for (let at = 0; at < ids.length; at++)
      for (const id of idsOf('abcdef')) {
        expectation.turn(reading, at);
        const gain = sum(read(walker, pairs, ids.with(at, id)).logs) - sum(reading.logs);
        for (const least of [-2, 0, 2]) {
          const needed = expectation.needed(at + 1, least + costOf(reading, at, at + 1));
          if (expectation.of(id) + expectation.behind(at + 1, id) >= needed) continue;
          ruledOut++;
          expect(gain).toBeLessThan(least + 1e-4);
        }
      }
    expect(ruledOut).toBeGreaterThan(5);
  });
});

describe('features', () => {
  it('tell how near a repair was made, on the very spot too', () => {
    const model = tinyModel(10_000);
    const walker = new Walker(model);
    const ids = Uint16Array.from(idsOf('cdabcfad'));
    const reading = read(walker, new Pairs(model), ids);
    const found = compare(walker, reading, 3, 4, idsOf('d'), -100)!;
    const edit = otherCharacter(found, 3, idsOf('d'), 0, 0);
    const han = new Uint8Array(model.characters.length);
    const near = (mended: number[]): number[] =>
      describeEdit(edit, { reading, model, words: null, han, rival: 0, rivals: 0, mended });
    const differing = (mended: number[]): number[] => {
      const nothing = near([]);
      return near(mended).filter((value, at) => value !== nothing[at]);
    };
    expect(differing([3])).toEqual([1, 1]);
    expect(differing([4])).toEqual([1, 1]);
    expect(differing([1, 5])).toEqual([2, 1 / 2]);
  });

  it('keep a place for what the context model says, right behind the length of the text', () => {
    const model = tinyModel(10_000);
    const walker = new Walker(model);
    const ids = Uint16Array.from(idsOf('cdabcfad'));
    const reading = read(walker, new Pairs(model), ids);
    const edit = otherCharacter(compare(walker, reading, 3, 4, idsOf('d'), -100)!, 3, idsOf('d'), 0, 0);
    const han = new Uint8Array(model.characters.length);
    const blind = describeEdit(edit, { reading, model, words: null, han, rival: 0, rivals: 0, mended: [] });
    const told = withFit(blind, { original: -3, candidate: -1, best: -0.5 });
    expect(blind.slice(34, 39)).toEqual([ids.length, 0, 0, 0, 0]);
    expect(told).toEqual([...blind.slice(0, 35), 2, -3, -1, -0.5, ...blind.slice(39)]);
  });
});

describe('the model file', () => {
  it('says what is wrong with bytes that are not one', () => {
    expect(() => readSections(new Uint8Array(3))).toThrow('Not a Duwang model file');
    const cut = writeSections([['characters', new Uint8Array(50)]]).subarray(0, 40);
    expect(() => readSections(cut)).toThrow('cut short');
    expect(() => unpackLanguage(new Map())).toThrow('characters');
  });
});

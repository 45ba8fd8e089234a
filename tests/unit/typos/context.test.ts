import { describe, expect, it } from 'vitest';
import type { Confusions } from '../../../utils/typos/confusions';
import { ContextModel } from '../../../utils/typos/context/model';
import {
  CODE,
  EMBEDDING,
  HIDDEN,
  JOINT,
  JOINT_INPUT,
  packContext,
  TAPS,
  unpackContext,
} from '../../../utils/typos/context/weights';
import { plain } from '../../../utils/typos/network/plain';

const VOCABULARY = 12;
const layer = (inner: number) => inner * 2 * HIDDEN + 2 * HIDDEN;
const SIZE =
  VOCABULARY * (EMBEDDING + CODE + 1) +
  2 * (layer(TAPS * EMBEDDING) + layer(HIDDEN)) +
  JOINT_INPUT * JOINT +
  JOINT +
  JOINT * CODE +
  CODE;

/** Weights that look random and are the same every time. */
const trained = Float32Array.from({ length: SIZE }, (_, at) => Math.sin(at * 12.9898) * 0.2);

/** 2 and 3 may stand for one another; so may 4, 5 and 6. */
const confusions: Confusions = {
  start: Uint32Array.of(0, 0, 0, 1, 2, 4, 6, 8, 8, 8, 8, 8, 8),
  other: Uint16Array.of(3, 2, 5, 6, 4, 6, 4, 5),
  kinds: new Uint8Array(8),
  likeness: new Uint8Array(8),
};

describe('the context model', () => {
  const weights = unpackContext(packContext(trained, VOCABULARY))!;
  const model = new ContextModel(weights, confusions);

  it('survives packing with a small loss, and refuses other sizes', () => {
    expect(weights.outputBias).toEqual(trained.slice(-VOCABULARY));
    for (let at = 0; at < 500; at++) expect(weights.embeddings[at]).toBeCloseTo(trained[at]!, 2);
    expect(() => packContext(trained.slice(1), VOCABULARY)).toThrow();
    const cut = new Map(packContext(trained, VOCABULARY)).set('context.join', new Uint8Array(8));
    expect(() => unpackContext(cut)).toThrow('context.join');
    expect(unpackContext(new Map())).toBeNull();
  });

  it('shares one probability among a character and those it may stand for', () => {
    const judged = model.judge([7, 4, 8, 9], [1]).get(1)!;
    const total = [4, 5, 6].reduce((sum, id) => sum + Math.exp(judged.fit(id).candidate), 0);
    expect(total).toBeCloseTo(1, 5);
    expect(judged.fit(5).original).toBeCloseTo(judged.fit(4).candidate, 5);
    expect(judged.fit(5).best).toBeGreaterThanOrEqual(judged.fit(5).original);
  });

  it('names what it would rather read, the best first', () => {
    const set = [4, 5, 6];
    const counts = set.map((original) => {
      const judged = model.judge([7, original, 8, 9], [1]).get(1)!;
      const by = (id: number) => judged.fit(id).candidate - judged.fit(id).original;
      const better = set.filter((id) => by(id) > 0).sort((a, b) => by(b) - by(a));
      const preferred = judged.preferred(2);
      expect(preferred.map(({ entry }) => confusions.other[confusions.start[original]! + entry])).toEqual(
        better,
      );
      for (const [at, { by: gained }] of preferred.entries()) expect(gained).toBeCloseTo(by(better[at]!), 5);
      expect(judged.preferred(1)).toEqual(preferred.slice(0, 1));
      return preferred.length;
    });
    expect(counts.sort()).toEqual([0, 1, 2]);
  });

  it('names the Chinese character that fits best, at open places only', () => {
    const known = Array.from({ length: VOCABULARY }, (_, id) => id).filter(
      (id) => confusions.start[id] !== confusions.start[id + 1],
    );
    const named = known.map((original) => {
      const ids = [7, original, 8, original, 9];
      const judged = model.judge(ids, [1, 3], undefined, (place) => place === 1);
      expect(judged.get(3)!.foremost()).toBeNull();
      const { fit, foremost } = judged.get(1)!;
      const best = known.reduce((one, id) => (fit(id).candidate > fit(one).candidate ? id : one));
      const found = foremost();
      if (best === original) expect(found).toBeNull();
      else {
        expect(found!.id).toBe(best);
        expect(found!.by).toBeCloseTo(fit(best).candidate - fit(original).best, 2);
      }
      return best === original;
    });
    expect(new Set(named).size).toBe(2);
  });

  it('never sees the character itself, and sees everything else', () => {
    const fit = (ids: number[]) =>
      model
        .judge(ids, [2], () => 4)
        .get(2)!
        .fit(5).candidate;
    expect(fit([7, 8, 4, 9, 10])).toBe(fit([7, 8, 6, 9, 10]));
    expect(fit([7, 8, 4, 9, 10])).not.toBe(fit([9, 8, 4, 9, 10]));
    expect(fit([7, 8, 4, 9, 10])).not.toBe(fit([7, 8, 4, 9, 11]));
  });

  it('says of a place what it says when it is asked about all', () => {
    const ids = [7, 4, 8, 5, 9, 6, 10];
    const all = model.judge(ids, [0, 1, 2, 3, 4, 5, 6]);
    for (const places of [[3], [1, 5], [5, 1], [0], [6]])
      for (const [place, judgement] of model.judge(ids, places))
        expect(judgement.fit(5)).toEqual(all.get(place)!.fit(5));
  });

  it('reads longer texts in pieces, and says the same with and without WebAssembly', () => {
    const long = Array.from({ length: 600 }, (_, at) => 2 + (at % 9));
    const slow = new ContextModel(weights, confusions, plain());
    const places = [2, 300, 599];
    const [fast, same] = [model.judge(long, places), slow.judge(long, places)];
    for (const place of places) {
      const id = long[place] === 4 ? 5 : 4;
      expect(fast.get(place)!.fit(id).candidate).toBeCloseTo(same.get(place)!.fit(id).candidate, 2);
    }
  });
});

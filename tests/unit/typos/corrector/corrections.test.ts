import { describe, expect, it } from 'vitest';
import { type Confusions, SAME_SOUND, SHAPE } from '../../../../utils/typos/confusions';
import { Corrections } from '../../../../utils/typos/corrector/corrections';
import type { Proof } from '../../../../utils/typos/corrector/proof';
import { Pairs } from '../../../../utils/typos/pairs';
import { read } from '../../../../utils/typos/reading';
import { Walker } from '../../../../utils/typos/walker';
import { idsOf, tinyModel } from '../tiny';

/** b sounds like d, and e looks like f. */
const confusions: Confusions = {
  start: Uint32Array.of(0, 0, 0, 0, 1, 1, 2, 3, 4),
  other: Uint16Array.of(...idsOf('dbfe')),
  kinds: Uint8Array.of(SAME_SOUND, SAME_SOUND, SHAPE, SHAPE),
  likeness: Uint8Array.of(0, 0, 204, 204),
};
const model = tinyModel(10_000);
const walker = new Walker(model);
const pairs = new Pairs(model);
/** All but the boundary and c count as Chinese. */
const han = Uint8Array.of(0, 0, 1, 1, 0, 1, 1, 1);

/** What the corrector would change in `text` to make it `wanted`. */
function changes(text: string, wanted: string, places = [...text].map((_, at) => at)) {
  const reading = read(walker, pairs, Uint16Array.from(idsOf(text)));
  const ids = idsOf(wanted);
  const proof = { at: (place: number) => ({ first: ids[place] }) } as unknown as Proof;
  return new Corrections(walker, confusions, han).at(reading, proof, places);
}

describe('what the corrector would read', () => {
  it('is nothing where it likes what stands there', () => {
    expect(changes('abef', 'abef')).toEqual([]);
  });

  it('is another character, with how the two can be mistaken, and what the language model thinks', () => {
    const [edit, ...others] = changes('adef', 'abef');
    expect(others).toEqual([]);
    expect(edit).toMatchObject({
      kind: 'other-character',
      start: 1,
      end: 2,
      replacement: idsOf('b'),
      confusion: SAME_SOUND,
    });
    expect(edit!.gain).toBeGreaterThan(0);
    expect(changes('abff', 'abef')[0]).toMatchObject({ confusion: SHAPE, likeness: 0.8 });
  });

  it('is called open when nothing explains it, and may also stand for a character that nobody knows', () => {
    expect(changes('aaef', 'abef')[0]).toMatchObject({ kind: 'open', confusion: 0 });
    expect(changes('axef', 'abef')).toHaveLength(1);
  });

  it('is one by one and together where two stand side by side', () => {
    const found = changes('adff', 'abef').map(({ kind, start, end }) => [kind, start, end]);
    expect(found).toEqual([
      ['other-character', 1, 2],
      ['other-word', 1, 3],
      ['other-character', 2, 3],
    ]);
  });

  it('leaves alone what is not Chinese, on either side, and places that nobody asked about', () => {
    expect(changes('cbcd', 'abcd')).toEqual([]);
    expect(changes('abad', 'abcd')).toEqual([]);
    expect(changes('adef', 'abef', [0, 2, 3])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { takeCorrector } from '../../../../tools/lexicon/corrector/take';
import { writeSections } from '../../../../utils/typos/bytes';
import { CHARACTERS, trained } from './weights';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Two ids are not written down. */
const characters = encoded('一二三四五六七八'.slice(0, CHARACTERS - 2));

describe('taking a corrector', () => {
  it('from what was trained, or from a model file, and nothing else of it', () => {
    const own = writeSections(trained());
    expect([...takeCorrector(own, characters).keys()]).toEqual([...trained().keys()]);
    const model = writeSections([['characters', characters], ['cost0', new Uint8Array(3)], ...trained()]);
    expect(takeCorrector(model, characters)).toEqual(takeCorrector(own, characters));
  });

  it('is none when the model has none, or counts its characters in another way', () => {
    expect(takeCorrector(writeSections([['characters', characters]]), characters).size).toBe(0);
    const other = writeSections([['characters', encoded('一二三四五六八七')], ...trained()]);
    expect(takeCorrector(other, characters).size).toBe(0);
  });

  it('fails when what was trained is of other sizes', () => {
    expect(() => takeCorrector(writeSections(trained()), encoded('一二三'))).toThrow('another size');
  });
});

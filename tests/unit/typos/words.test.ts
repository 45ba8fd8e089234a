import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packWords } from '../../../tools/lexicon/words';
import { type LanguageModel, STEP } from '../../../utils/typos/language';
import { unpackWords } from '../../../utils/typos/words';

const characters = ['', '\n', ...'人民政府公务员的关健键'];
const file = join(mkdtempSync(join(tmpdir(), 'duwang-words-')), 'dict.txt');
writeFileSync(file, '人民 1000 n\n政府 500 n\n人民政府 200 n\n公务员 100 n\n的 5000 u\n关健 3 n\n關鍵 9 n\n');
const model = { characters, cost: new Uint8Array(characters.length).fill(40) } as unknown as LanguageModel;
const words = unpackWords(packWords(characters, file), model)!;
const ids = (text: string) => [...text].map((character) => characters.indexOf(character));

describe('the word list', () => {
  it('finds the longest word over a character', () => {
    expect(words.over(ids('的人民政府'), 3).length).toBe(4);
    expect(words.over(ids('公务员'), 0).length).toBe(3);
    expect(words.over(ids('民公'), 0)).toEqual({ length: 0, cost: 0 });
  });

  it('parts a text the likeliest way', () => {
    const whole = ids('人民政府');
    const { cost } = words.over(whole, 0);
    expect(words.parting(whole, 0, 4)).toBe(cost);
    expect(words.parting(ids('民府'), 0, 2)).toBeCloseTo(2 * (40 * STEP + 3));
  });

  it('leaves out the dictionary’s own misspellings and characters that the model does not know', () => {
    expect(words.over(ids('关健'), 0).length).toBe(0);
  });

  it('is absent from files without one', () => {
    expect(unpackWords(new Map(), model)).toBeNull();
  });
});

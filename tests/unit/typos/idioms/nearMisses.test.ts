import { describe, expect, it } from 'vitest';
import { NearMisses } from '../../../../utils/typos/idioms/nearMisses';

const characters = ['', '\n', ...'潜移默化迁高屋建瓴层人民政府法院服务的'];
const ids = (text: string): Uint16Array =>
  Uint16Array.from(text, (character) => Math.max(0, characters.indexOf(character)));
const nearMisses = new NearMisses(ids('潜移默化高屋建瓴人民政府人民法院'));
const found = (text: string): string[] =>
  nearMisses.in(ids(text)).map(({ start, at, wanted }) => `${start} ${at} ${characters[wanted]}`);

describe('near misses of words of four characters', () => {
  it('finds the character that differs, whichever it is', () => {
    expect(found('的迁移默化的')).toEqual(['1 1 潜']);
    expect(found('潜迁默化')).toEqual(['0 1 移']);
    expect(found('高层建瓴')).toEqual(['0 1 屋']);
    expect(found('潜移层化')).toEqual(['0 2 默']);
    expect(found('潜移默的')).toEqual(['0 3 化']);
  });

  it('is silent about the words themselves, also where another word is one character away', () => {
    expect(found('人民政府的潜移默化')).toEqual([]);
    expect(found('人民法院')).toEqual([]);
  });

  it('is silent about what differs in two, and about shorter texts', () => {
    expect(found('迁移默的')).toEqual([]);
    expect(found('移默化')).toEqual([]);
    expect(found('人民服务')).toEqual([]);
  });

  it('names all words that are one character away', () => {
    expect(found('人民政院')).toEqual(['0 3 府', '0 2 法']);
  });
});

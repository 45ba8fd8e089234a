import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countNgrams } from '../../../../tools/lexicon/count';
import { packIdioms } from '../../../../tools/lexicon/idioms';
import { packLanguage } from '../../../../tools/lexicon/pack';
import { prune } from '../../../../tools/lexicon/prune';
import { smooth } from '../../../../tools/lexicon/smooth';
import { packWords } from '../../../../tools/lexicon/words';
import { readSections, writeSections } from '../../../../utils/typos/bytes';
import { type Confusions, gatherConfusions } from '../../../../utils/typos/confusions';
import { unpackIdioms } from '../../../../utils/typos/idioms/idioms';
import { unpackLanguage } from '../../../../utils/typos/unpack';
import { unpackWords } from '../../../../utils/typos/words';

const characters = ['', '\n', ...'潜移默化迁高屋建瓴层的人民政府授以鱼渔三思而行六未不公之于众'];
const idsOf = (text: string): Uint16Array =>
  Uint16Array.from(text, (character) => Math.max(0, characters.indexOf(character)));
const file = join(mkdtempSync(join(tmpdir(), 'duwang-idioms-')), 'dict.txt');
writeFileSync(
  file,
  [
    ...['潜移默化 90 i', '高屋建瓴 90 i', '授人以渔 90 i', '三思而行 90 i', '公之于众 90 l', '人民政府 90 n'],
    ...['迁移 9 v', '高层 9 n', '人民 900 n', '政府 900 n', '的 9000 u'],
  ].join('\n'),
);

/** A language in which the idioms stand among the words that they are mistaken for. */
function language() {
  const sentences = [
    '潜移默化的人民',
    '高屋建瓴的人民政府',
    '迁移的人民',
    '高层的政府',
    '授人以渔',
    '三思而行',
    '公之于众',
  ];
  const ids = Uint16Array.from([
    1,
    ...Array(20)
      .fill(sentences)
      .flat()
      .flatMap((one) => [...idsOf(one), 1]),
  ]);
  const levels = prune(smooth(countNgrams(ids, characters.length, [1, 1, 1, 1, 1])), 1000);
  return unpackLanguage(readSections(writeSections(packLanguage(characters, levels))));
}

/** Pairs that are told as look-alikes. */
function alike(...pairs: string[]): Confusions {
  const shapes = characters.map((character) =>
    pairs
      .filter((pair) => character !== '' && pair.includes(character))
      .map((pair) => ({ other: characters.indexOf(pair.replace(character, '')), likeness: 200 })),
  );
  return gatherConfusions({
    characters,
    readings: characters.map(() => []),
    shapes,
    strokeCodes: characters.map(() => []),
  });
}

const model = language();
const words = unpackWords(packWords(characters, file), model)!;
const confusions = alike('潜迁', '屋层', '渔鱼', '三六', '公不', '府移');
const sections = packIdioms({ model, words }, file);
const idioms = unpackIdioms(sections, words, confusions, model)!;
const found = (text: string): string[] =>
  idioms
    .find(idsOf(text))
    .map(({ start, idiom }) => `${start} ${Array.from(idiom, (id) => characters[id]).join('')}`);

describe('idioms with one character wrong', () => {
  it.each([
    ['的迁移默化的', ['1 潜移默化']],
    ['高层建瓴的', ['0 高屋建瓴']],
    ['不之于众', ['0 公之于众']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are no slips where they are right, or where the characters are not alike', () => {
    expect(found('潜移默化的高屋建瓴')).toEqual([]);
    expect(found('高民建瓴')).toEqual([]);
  });

  it('leaves other numbers and what good text makes of an idiom alone', () => {
    expect(found('六思而行')).toEqual([]);
    expect(found('授人以鱼')).toEqual([]);
  });

  it('looks for nothing but idioms and set expressions', () => {
    expect(found('人民政移')).toEqual([]);
  });

  it('is absent from files without them', () => {
    expect(unpackIdioms(new Map(), words, confusions, model)).toBeNull();
    expect(unpackIdioms(sections, null, confusions, model)).toBeNull();
  });
});

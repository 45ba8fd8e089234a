import { describe, expect, it } from 'vitest';
import { isFigure, keepsComing } from '../../../utils/typos/meant';

const WORDS = ['空调', '租赁'];

describe('a spelling that keeps coming back', () => {
  it.each([
    ['the same with the same neighbours, three times', '小[潢>黄]河流过，小潢河边，小潢河水', true],
    ['the same twice', '浆[洗>西]店内，浆洗店外', false],
    ['the name of a place twice', '小[潢>黄]河流过，小潢河边', true],
    ['a term in three places', '竞[租>组]人应在竞租会议上举牌，竞租结束', true],
    ['a word that is there for the right character', '空[凋>调]温度，空凋开关，关闭空凋', false],
    ['a term with what follows', '[租>组]竞人、租竞会、租竞价', true],
    ['the same beside a stop', '，[租>组]人，租会，租价', false],
  ])('%s', (_, marked, expected) => {
    const [, before, wrong, right, after] = /^(.*)\[(.+)>(.+)\](.*)$/.exec(marked)!;
    const start = before!.length;
    const suggestion = { start, end: start + wrong!.length, wrong: wrong!, right: right! };
    const isWord = (word: string): boolean => WORDS.includes(word);
    expect(keepsComing(suggestion, before! + wrong + after, isWord)).toBe(expected);
  });
});

describe('figures', () => {
  it.each([
    ['伍', '五', true],
    ['三', '二', true],
    ['', '五', false],
    ['五', '武', false],
    ['千', '干', false],
    ['伍拾', '五', false],
  ])('%s for %s', (wrong, right, expected) => {
    expect(isFigure({ wrong, right })).toBe(expected);
  });
});

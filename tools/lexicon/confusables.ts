import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import type { ConfusionSource } from '../../utils/typos/confusions';
import { isHan } from '../../utils/typos/normalise';
import { lookalikes } from './glyphs';

const NEIGHBOURS: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Sounds (pinyin-pro), look-alikes (drawn glyphs) and 五笔 slips for every character of the vocabulary. */
export async function confusables(characters: string[], dataFolder: string): Promise<ConfusionSource> {
  const han = characters.filter((character) => character !== '' && isHan(character));
  const idOf = new Map(characters.map((character, id) => [character, id]));
  const shapes = await lookalikes(han);
  const codes = new Map<string, string[]>();
  for (const line of readFileSync(join(dataFolder, 'wubi86.tsv'), 'utf8').split('\n')) {
    const [character, all] = line.split('\t');
    if (character && all && idOf.has(character)) codes.set(character, all.split(' '));
  }
  return {
    characters,
    readings: characters.map((character) =>
      character !== '' && isHan(character) ? readingsOf(character) : [],
    ),
    shapes: characters.map((character) =>
      (shapes.get(character) ?? []).map(({ character: other, similarity }) => ({
        other: idOf.get(other)!,
        likeness: Math.round(similarity * 255),
      })),
    ),
    strokeCodes: slips(characters, codes, idOf),
  };
}

function readingsOf(character: string): string[] {
  const all = pinyin(character, { toneType: 'num', multiple: true, type: 'array', v: true });
  return [...new Set(all.filter((reading) => /^[a-z]+[0-9]?$/.test(reading)))];
}

/**
 * Characters one slip of a finger apart (a key beside the right one, two keys swapped), and characters that share
 * a component (妾 and 接, 匍 and 辅): 五笔 spells components, so most of their codes agree.
 */
export function slips(
  characters: string[],
  codes: Map<string, string[]>,
  idOf: Map<string, number>,
): number[][] {
  const byCode = new Map<string, string[]>();
  const byPart = new Map<string, string[]>();
  const file = (index: Map<string, string[]>, key: string, character: string): void => {
    const same = index.get(key);
    if (same) same.push(character);
    else index.set(key, [character]);
  };
  for (const [character, all] of codes) {
    for (const code of all) file(byCode, code, character);
    for (const part of partsOf(fullCode(all))) file(byPart, part, character);
  }
  return characters.map((character) => {
    const found = new Set<number>();
    for (const code of codes.get(character) ?? [])
      for (const slip of slipsOf(code))
        for (const other of byCode.get(slip) ?? []) if (other !== character) found.add(idOf.get(other)!);
    for (const part of partsOf(fullCode(codes.get(character) ?? [])))
      for (const other of byPart.get(part) ?? []) if (other !== character) found.add(idOf.get(other)!);
    return [...found].slice(0, 255);
  });
}

function fullCode(codes: string[]): string {
  return codes.reduce((longest, code) => (code.length > longest.length ? code : longest), '');
}

/** What a code has in common with those of characters that share most of their components. */
function partsOf(code: string): string[] {
  if (code.length === 3) return [code, `${code.slice(0, 2)}+`];
  if (code.length !== 4) return [];
  const parts = [0, 1, 2, 3].map((left) => code.slice(0, left) + code.slice(left + 1));
  return [...new Set([...parts, `${code.slice(1, 3)}+`])];
}

function slipsOf(code: string): string[] {
  if (code.length < 3) return [code];
  const result = [code];
  for (let at = 0; at < code.length; at++) {
    for (const key of beside(code[at]!)) result.push(code.slice(0, at) + key + code.slice(at + 1));
    if (at > 0) result.push(code.slice(0, at - 1) + code[at]! + code[at - 1]! + code.slice(at + 1));
  }
  return result;
}

function beside(key: string): string[] {
  const row = NEIGHBOURS.findIndex((keys) => keys.includes(key));
  const place = NEIGHBOURS[row]!.indexOf(key);
  const near = [NEIGHBOURS[row]![place - 1], NEIGHBOURS[row]![place + 1]];
  for (const other of [NEIGHBOURS[row - 1], NEIGHBOURS[row + 1]])
    near.push(other?.[place], other?.[place + (row === 0 ? -1 : 1)]);
  return near.filter((found) => found !== undefined);
}

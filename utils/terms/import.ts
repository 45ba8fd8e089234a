import type { Sentence } from '../words';
import { say } from '../words';
import type { OfficeTerm } from './officeTerm';

/** Shortest and longest word that can be listed: one character alone says nothing about where it is wrong. */
const SHORTEST = 2;
const LONGEST = 40;

export interface TermLine {
  line: number;
  problem: Sentence;
}

/**
 * Reads a word list, one a line: `错误写法,正确写法,依据`, or one word alone = allowed, or `领导,姓名,职务,依据`. Under a heading
 * `姓名,职务` every line is a leader. Comma, tab, Chinese comma or arrow separate; empty lines and lines that begin with #
 * are passed over. Nothing of a list with a problem is taken.
 */
export function parseTerms(text: string): { terms: Omit<OfficeTerm, 'id'>[]; problems: TermLine[] } {
  const terms: Omit<OfficeTerm, 'id'>[] = [];
  const problems: TermLine[] = [];
  let leaders = false;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (raw.trim() === '' || raw.startsWith('#')) continue;
    const cells = raw.split(/\t|,|，|→/u).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
    if (cells[0] === '姓名' && cells[1] === '职务') {
      leaders = true;
      continue;
    }
    const marked = cells[0] === '领导';
    const [word = '', right = '', source = ''] = marked ? cells.slice(1) : cells;
    const leader = marked || leaders;
    const problem = leader ? problemOfLeader(word, right) : problemOf(word, right);
    if (problem) problems.push({ line: index + 1, problem });
    else terms.push({ role: leader ? 'leader' : right === '' ? 'allow' : 'deny', word, right, source });
  }
  return { terms: problems.length > 0 ? [] : terms, problems };
}

function problemOfLeader(name: string, titles: string): Sentence | null {
  if (name.length < SHORTEST) return say('terms.tooShort', name);
  if (titles === '') return say('terms.noTitle', name);
  return name.length > LONGEST ? say('terms.tooLong', `${name.slice(0, 12)}…`) : null;
}

function problemOf(word: string, right: string): Sentence | null {
  if (word.length < SHORTEST) return say('terms.tooShort', word);
  if (word.length > LONGEST || right.length > LONGEST) return say('terms.tooLong', `${word.slice(0, 12)}…`);
  if (word === right) return say('terms.same', word);
  return null;
}

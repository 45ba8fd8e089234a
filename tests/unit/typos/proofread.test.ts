import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kept, leadsTo, proofreadExamples, readProofread, taught } from '../../../tools/lexicon/proofread';
import type { Edit } from '../../../utils/typos/edit';
import type { Proposer } from '../../../utils/typos/proposals';

const edit = (start: number, end: number, replacement: number[]): Edit =>
  ({ start, end, replacement }) as unknown as Edit;

describe('a list of sentences that people wrote', () => {
  it('is read line by line, what was written before what it should read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duwang-proofread-'));
    try {
      const file = join(folder, 'list.tsv');
      writeFileSync(file, '请勿乱仍垃圾\t请勿乱扔垃圾\n\n已经办结\t已经办结\n');
      expect(readProofread(file)).toEqual([
        ['请勿乱仍垃圾', '请勿乱扔垃圾'],
        ['已经办结', '已经办结'],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('teaches with its first half and is measured with the other', () => {
    expect(taught([1, 2, 3, 4, 5])).toEqual([1, 2]);
    expect(kept([1, 2, 3, 4, 5])).toEqual([3, 4, 5]);
  });
});

describe('examples of what people wrote', () => {
  /** Proposes 人 in the third place of whatever it is shown. */
  const proposer = {
    ids: (text: string) => Uint16Array.from(text, (character) => character.charCodeAt(0)),
    propose: () => [
      { edit: edit(2, 3, ['人'.charCodeAt(0)]), features: [1], logit: 0, evidence: [2] },
      { edit: edit(0, 1, ['人'.charCodeAt(0)]), features: [1], logit: -9, evidence: null },
    ],
  } as unknown as Proposer;

  it('are right where a sentence is mended, and leave out what tells nothing', () => {
    const labels = (wrong: string, right: string) =>
      proofreadExamples([[wrong, right]], proposer, ({ evidence }) => evidence);
    const one = (right: 0 | 1) => ({ features: [2], right, real: true });
    // Each sentence is looked at in both ways.
    expect(labels('天地仁和', '天地人和')).toEqual([one(1), one(1)]);
    expect(labels('天地仁和', '天地仁和')).toEqual([one(0), one(0)]);
  });
});

describe('what leads to the sentence as it should read', () => {
  const right = [2, 3, 4, 5, 6, 7];
  it.each([
    ['the right character', [2, 3, 9, 5, 6, 7], edit(2, 3, [4]), true],
    ['another one', [2, 3, 9, 5, 6, 7], edit(2, 3, [8]), false],
    ['both of two', [2, 3, 9, 8, 6, 7], edit(2, 4, [4, 5]), true],
    ['one of two', [2, 3, 9, 8, 6, 7], edit(3, 4, [5]), true],
    ['one of two, and the other wrong', [2, 3, 9, 8, 6, 7], edit(2, 4, [4, 9]), false],
    ['a change where nothing is wrong', [2, 3, 9, 5, 6, 7], edit(4, 5, [8]), false],
    ['the right one, and a change too many', [2, 3, 9, 5, 6, 7], edit(2, 4, [4, 8]), false],
    ['either of two that stand there twice', [2, 3, 4, 4, 5, 6, 7], edit(3, 4, []), true],
    ['what is missing', [2, 3, 5, 6, 7], edit(2, 2, [4]), true],
    ['something else where something is missing', [2, 3, 5, 6, 7], edit(2, 2, [8]), false],
    ['two that changed places', [2, 3, 5, 4, 6, 7], edit(2, 4, [4, 5]), true],
    ['no change at all', [2, 3, 4, 5, 6, 7], edit(2, 3, [4]), false],
  ])('%s', (_, ids, one, expected) => {
    expect(leadsTo(right, Uint16Array.from(ids), one)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { Corrector, Opinion } from '../../../../utils/typos/corrector/model';
import { ofProof, Proof, starts } from '../../../../utils/typos/corrector/proof';
import type { Edit } from '../../../../utils/typos/edit';

describe('where sentences begin', () => {
  it.each([
    ['none', '', [0]],
    ['one without an end', '关于公布清单的通知', [0, 9]],
    ['two', '已经办结。请查收!', [0, 5, 9]],
    ['a closing mark goes with its sentence', '他说"好。"走了', [0, 6, 8]],
  ])('%s', (_, text, expected) => {
    expect(starts([...text])).toEqual(expected);
  });

  it('cuts what is too long after a comma, or anywhere when there is none', () => {
    expect(starts([...`${'一'.repeat(100)},${'二'.repeat(100)}。`])).toEqual([0, 101, 202]);
    expect(starts([...'一'.repeat(300)])).toEqual([0, 124, 248, 300]);
  });
});

const HIDDEN = 99;

/** Likes what stands there by -1, 9 by -0.5, anything else by -6; finds it superfluous by -2 and a gap before it by -3. */
function likes(own: number): Opinion {
  const of = (id: number): number => (id === own ? -1 : id === 9 ? -0.5 : -6);
  return { of, extra: -2, missing: -3, first: 9 };
}

describe('what the corrector says of a change', () => {
  const readings: number[][] = [];
  const corrector = {
    hidden: HIDDEN,
    read: (ids: ArrayLike<number>, from = 0, to = ids.length) => {
      readings.push(Array.from(ids));
      return Array.from(ids, likes).slice(from, to);
    },
  } as unknown as Corrector;
  const ids = Uint16Array.of(2, 3, 4, 10, 5, 6);
  let proof = new Proof(corrector, ids, [...'一二三。四五']);
  const told = (kind: Edit['kind'], start: number, end: number, replacement: number[]): number[] =>
    ofProof(proof, ids, { kind, start, end, replacement } as unknown as Edit);

  it('reads each sentence once, when it is asked about it', () => {
    proof.at(1);
    proof.at(2);
    expect(readings).toEqual([[2, 3, 4, 10]]);
    expect(proof.around(4)).toEqual({ from: 4, to: 6 });
  });

  it('one character for another', () => {
    expect(told('other-character', 1, 2, [9]).slice(0, 8)).toEqual([0.5, -0.5, -1, 0, 0.5, -1, -4, 1]);
    expect(told('other-character', 1, 2, [8]).slice(0, 8)).toEqual([-5, -6, -1, 5.5, -5, -1, -4, 1]);
  });

  it('two characters, of which the worse counts by itself too', () => {
    expect(told('other-word', 1, 3, [9, 8]).slice(0, 8)).toEqual([-4.5, -6.5, -2, 5.5, -5, -1, -4, 1]);
  });

  it('one too many, and one too few', () => {
    expect(told('extra', 1, 2, []).slice(0, 4)).toEqual([-1, -2, -1, 1.5]);
    expect(told('missing', 6, 6, [9]).slice(0, 4)).toEqual([-2, -3, -1, 2.5]);
  });

  it('with the place hidden, which is read once for all rivals, all that it would put there', () => {
    proof = new Proof(corrector, ids, [...'一二三。四五']);
    told('other-character', 1, 2, [9]);
    readings.length = 0;
    told('other-character', 1, 2, [9]);
    expect(readings).toEqual([]);
    proof = new Proof(corrector, ids, [...'一二三。四五']);
    proof.at(0);
    proof.at(4);
    readings.length = 0;
    // 9 is liked best anywhere, 3 as little as any other where it cannot be seen.
    expect(told('other-character', 1, 2, [9]).slice(8)).toEqual([5.5, -0.5, 0, 5.5, 1]);
    expect(told('other-word', 1, 3, [9, 8]).slice(8)).toEqual([5.5, -6.5, 5.5, 0, 1]);
    expect(told('missing', 4, 4, [9]).slice(8)).toEqual([0, -0.5, 0, 0, 1]);
    expect(readings).toEqual([
      [2, HIDDEN, 4, 10],
      [2, HIDDEN, HIDDEN, 10],
      [HIDDEN, 5, 6],
    ]);
  });

  it('without hiding what is out of the question, or where nothing would stand', () => {
    readings.length = 0;
    expect(told('other-word', 1, 3, [8, 8]).slice(8)).toEqual([0, 0, 0, 0, 0]);
    expect(told('extra', 1, 2, []).slice(8)).toEqual([0, 0, 0, 0, 0]);
    expect(readings).toEqual([]);
  });

  it('without what stands at other places, which are read as hidden, once', () => {
    proof = new Proof(corrector, ids, [...'一二三。四五']);
    expect(proof.hiding([])).toBe(proof);
    expect(proof.hiding([0, 2])).toBe(proof.hiding([0, 2]));
    readings.length = 0;
    proof.hiding([0, 2]).at(1);
    proof.hiding([0, 2]).at(1);
    expect(readings).toEqual([[HIDDEN, 3, HIDDEN, 10]]);
  });
});

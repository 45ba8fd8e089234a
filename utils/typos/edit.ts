import type { Comparison } from './reading';

export type EditKind = 'other-character' | 'other-word' | 'extra' | 'missing' | 'order' | 'open';

/** A change that would make the text read better. */
export interface Edit extends Comparison {
  kind: EditKind;
  start: number;
  end: number;
  replacement: number[];
  /** Confusion kinds of the (first) changed character, and the likeness of the glyphs 0 to 1. */
  confusion: number;
  likeness: number;
}

/** Where something is, as far as other changes are concerned: what is put in between two characters is on the second one. */
type Stretch = Pick<Edit, 'start' | 'end'>;

/** Characters from one to the other, 1 when they stand side by side; 0 or less when they are about the same ones. */
export function gapBetween(a: Stretch, b: Stretch): number {
  const endOf = ({ start, end }: Stretch): number => Math.max(end, start + 1);
  return Math.max(a.start - endOf(b), b.start - endOf(a)) + 1;
}

/** One character in the place of another. */
export function isSingle({ kind }: Edit): boolean {
  return kind === 'other-character' || kind === 'open';
}

/** The text from `from` to before `to` with a change made; places count without it. */
export function changedText(
  ids: Uint16Array,
  { start, end, replacement }: Pick<Edit, 'start' | 'end' | 'replacement'>,
  from = 0,
  to = ids.length,
): Uint16Array {
  return Uint16Array.of(...ids.subarray(from, start), ...replacement, ...ids.subarray(end, to));
}

/** Characters to either side of a change that are parted into words. */
const WORDS_AROUND = 7;

/** The text around a change as it stands and with the change made, for the dictionary; `from` is where both begin. */
export function around(
  ids: Uint16Array,
  change: Pick<Edit, 'start' | 'end' | 'replacement'>,
): { from: number; before: Uint16Array; after: Uint16Array } {
  const from = Math.max(0, change.start - WORDS_AROUND);
  const to = change.end + WORDS_AROUND;
  return { from, before: ids.subarray(from, to), after: changedText(ids, change, from, to) };
}

/** An edit of one character, with how the two can be mistaken for each other (`likeness` 0 to 255). */
export function otherCharacter(
  found: Comparison,
  at: number,
  replacement: number[],
  confusion: number,
  likeness: number,
): Edit {
  return {
    ...found,
    kind: 'other-character',
    start: at,
    end: at + 1,
    replacement,
    confusion,
    likeness: likeness / 255,
  };
}

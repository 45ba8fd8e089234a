import type { Confusions } from './confusions';
import { areConfusable } from './confusions';
import type { Judgement } from './context/judgement';
import { type Edit, otherCharacter } from './edit';
import { compare, type Reading } from './reading';
import type { Walker } from './walker';

/** What the context model's own candidates may lose in the eyes of the language model, and by how much it must prefer them. */
const LEAST_GAIN = -6;
const PREFERRED_BY = 1.5;
const MOST = 2;
/** A character that is neither sound- nor look-alike must fit better than those that are, by so much. */
const STRANGER_BY = 0.5;

/** Edits that the context model thinks of by itself. */
export class Foresight {
  constructor(
    private readonly walker: Walker,
    private readonly confusions: Confusions,
  ) {}

  /** The sound- and look-alikes that it would rather read at a place, unless they are listed already. */
  alike(reading: Reading, at: number, judgement: Judgement, listed: ReadonlySet<number>): Edit[] {
    const { start, other, kinds, likeness } = this.confusions;
    const id = reading.ids[at]!;
    const edits: Edit[] = [];
    for (const { entry, by } of judgement.preferred(MOST)) {
      const replacement = [other[start[id]! + entry]!];
      if (by < PREFERRED_BY || listed.has(replacement[0]!)) continue;
      const found = compare(this.walker, reading, at, at + 1, replacement, LEAST_GAIN);
      if (found)
        edits.push(
          otherCharacter(found, at, replacement, kinds[start[id]! + entry]!, likeness[start[id]! + entry]!),
        );
    }
    return edits;
  }

  /** The character that it expects at an open place, if that is no sound- or look-alike. */
  stranger(reading: Reading, at: number, judgement: Judgement): Edit | null {
    const foremost = judgement.foremost();
    if (!foremost || foremost.by < STRANGER_BY) return null;
    if (areConfusable(this.confusions, reading.ids[at]!, foremost.id)) return null;
    const compared = compare(this.walker, reading, at, at + 1, [foremost.id], LEAST_GAIN);
    return compared && { ...otherCharacter(compared, at, [foremost.id], 0, 0), kind: 'open' };
  }
}

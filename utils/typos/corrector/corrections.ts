import { type Confusions, entryOf } from '../confusions';
import { type Edit, otherCharacter } from '../edit';
import { UNKNOWN } from '../language';
import { compare, type Reading } from '../reading';
import type { Walker } from '../walker';
import type { Proof } from './proof';

/** What the corrector's own candidates may lose in the eyes of the language model (nats). */
const LEAST_GAIN = -15;

/** Edits that the corrector thinks of by itself. */
export class Corrections {
  constructor(
    private readonly walker: Walker,
    private readonly confusions: Confusions,
    /** 1 for Chinese characters, by id. */
    private readonly han: Uint8Array,
  ) {}

  /** What it would rather read at some places: single characters, and two of them side by side together. */
  at(reading: Reading, proof: Proof, places: readonly number[]): Edit[] {
    const { ids } = reading;
    const wanted = new Map<number, number>();
    for (const place of places) {
      const [own, id] = [ids[place]!, proof.at(place).first];
      if (id !== own && this.han[id] && (this.han[own] || own === UNKNOWN)) wanted.set(place, id);
    }
    return [...wanted]
      .flatMap(([place, id]) => {
        const next = wanted.get(place + 1);
        return [
          this.single(reading, place, id),
          next === undefined ? null : this.pair(reading, place, [id, next]),
        ];
      })
      .filter((edit) => edit !== null);
  }

  private single(reading: Reading, place: number, id: number): Edit | null {
    const found = compare(this.walker, reading, place, place + 1, [id], LEAST_GAIN);
    if (!found) return null;
    const { kinds, likeness } = this.confusion(reading.ids[place]!, id);
    const edit = otherCharacter(found, place, [id], kinds, likeness);
    return kinds === 0 ? { ...edit, kind: 'open' } : edit;
  }

  private pair(reading: Reading, place: number, replacement: [number, number]): Edit | null {
    const found = compare(this.walker, reading, place, place + 2, replacement, LEAST_GAIN);
    const [one, two] = replacement.map((id, at) => this.confusion(reading.ids[place + at]!, id).kinds);
    const stretch = { start: place, end: place + 2, replacement };
    return found && { ...found, ...stretch, kind: 'other-word', confusion: one! & two!, likeness: 0 };
  }

  /** How one character can be mistaken for another; 0 when it cannot. */
  private confusion(one: number, two: number): { kinds: number; likeness: number } {
    const { kinds, likeness } = this.confusions;
    const entry = entryOf(this.confusions, one, two);
    return entry < 0 ? { kinds: 0, likeness: 0 } : { kinds: kinds[entry]!, likeness: likeness[entry]! };
  }
}

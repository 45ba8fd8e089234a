import type { Edit } from '../edit';
import { type Corrector, MOST, type Opinion } from './model';

/** Sentences end after these; each is read by itself, as in training. */
const ENDS = new Set('。！？!?');
const CLOSING = new Set('"”’)）》');
const PAUSES = ',;:，；：、';

/** Neighbours to either side of a change that are asked whether they are in their place. */
const NEIGHBOURS = 3;

/** What the corrector thinks of a text. It reads a sentence when it is first asked about it. */
export class Proof {
  private readonly read = new Map<number, Opinion[]>();
  /** Rivals for one place need it hidden once only. */
  private readonly unseen = new Map<string, Opinion[]>();
  private readonly without = new Map<string, Proof>();
  private readonly pieces: number[];

  constructor(
    private readonly corrector: Corrector,
    private readonly ids: Uint16Array,
    /** The same, character by character. */
    private readonly text: readonly string[],
  ) {
    this.pieces = starts(text);
  }

  /** What should stand at a place. */
  at(place: number): Opinion {
    const piece = this.pieceOf(place);
    return this.sentence(piece)[place - this.pieces[piece]!]!;
  }

  /** What should stand where a change would put something, if nobody knew what stands there. */
  hidden({ start, end, replacement }: Pick<Edit, 'start' | 'end' | 'replacement'>): Opinion[] {
    const key = `${start} ${end} ${replacement.length}`;
    const opinions = this.unseen.get(key) ?? this.readHidden(start, end, replacement.length);
    this.unseen.set(key, opinions);
    return opinions;
  }

  private readHidden(start: number, end: number, length: number): Opinion[] {
    const { from, to } = this.around(Math.min(start, this.ids.length - 1));
    const hidden = new Array<number>(length).fill(this.corrector.hidden);
    const shown = [
      ...this.ids.subarray(from, start),
      ...hidden,
      ...this.ids.subarray(end, Math.max(to, end)),
    ];
    return this.corrector.read(shown, start - from, start - from + length);
  }

  /**
   * What it thinks when it does not see what stands at some places. It takes a word that it meets twice to be meant, and was never
   * shown a slip that is made twice; so each is judged without the other.
   */
  hiding(places: readonly number[]): Proof {
    if (places.length === 0) return this;
    const key = places.join(' ');
    let proof = this.without.get(key);
    if (!proof) {
      const ids = this.ids.slice();
      for (const place of places) ids[place] = this.corrector.hidden;
      proof = new Proof(this.corrector, ids, this.text);
      this.without.set(key, proof);
    }
    return proof;
  }

  /** First place and end of the sentence around a place. */
  around(place: number): { from: number; to: number } {
    const piece = this.pieceOf(place);
    return { from: this.pieces[piece]!, to: this.pieces[piece + 1]! };
  }

  private sentence(piece: number): Opinion[] {
    let opinions = this.read.get(piece);
    if (!opinions) {
      opinions = this.corrector.read(this.ids.subarray(this.pieces[piece]!, this.pieces[piece + 1]!));
      this.read.set(piece, opinions);
    }
    return opinions;
  }

  private pieceOf(place: number): number {
    let piece = 0;
    while (piece + 2 < this.pieces.length && this.pieces[piece + 1]! <= place) piece++;
    return piece;
  }
}

/** Where each sentence of a text begins, and its end; what is too long to be read at once is cut after a comma. */
export function starts(text: readonly string[]): number[] {
  const found = [0];
  let over = false;
  let pause = 0;
  for (let at = 0; at < text.length; at++) {
    const begin = found[found.length - 1]!;
    if (over && !CLOSING.has(text[at]!) && !ENDS.has(text[at]!)) found.push(at);
    else if (at - begin === MOST) found.push(pause > begin + MOST / 2 ? pause : at);
    over = ENDS.has(text[at]!) || (over && CLOSING.has(text[at]!));
    if (PAUSES.includes(text[at]!)) pause = at + 1;
  }
  if (text.length > 0) found.push(text.length);
  return found;
}

/** What the arbiter is told of the corrector: nothing, where there is none. */
export const NOTHING_SAID: readonly number[] = new Array(13).fill(0);

/** How much likelier (ln) a change must at least be than what stands there to be looked at once more with both hidden. */
const CONCEIVABLE = -5;

/**
 * What the corrector says of a change, in ln p: how much likelier it is than what stands there, both by themselves, how far it is
 * behind the best, the worse of two places, the worst neighbour and all neighbours together, and whether it was read at all.
 */
export function ofProof(proof: Proof, ids: Uint16Array, edit: Edit): number[] {
  const { kind, start, end, replacement } = edit;
  const last = ids.length - 1;
  const told: { fresh: number; own: number; best: number }[] = [];
  if (kind === 'missing' || kind === 'extra') {
    const places = kind === 'missing' ? [Math.min(start, last)] : range(start, Math.min(end + 1, ids.length));
    const asked = places.map((place) => {
      const opinion = proof.at(place);
      const fresh = kind === 'missing' ? opinion.missing : opinion.extra;
      return { fresh, own: opinion.of(ids[place]!), best: Math.max(fresh, opinion.of(opinion.first)) };
    });
    told.push(asked.reduce((one, other) => (other.fresh > one.fresh ? other : one)));
  } else
    replacement.forEach((id, at) => {
      const opinion = proof.at(start + at);
      told.push({
        fresh: opinion.of(id),
        own: opinion.of(ids[start + at]!),
        best: opinion.of(opinion.first),
      });
    });
  const neighbours = [
    ...range(Math.max(0, start - NEIGHBOURS), start),
    ...range(end, Math.min(ids.length, end + NEIGHBOURS)),
  ].map((place) => proof.at(place).of(ids[place]!));
  const sum = (of: (one: (typeof told)[number]) => number): number =>
    told.reduce((total, one) => total + of(one), 0);
  const gained = sum(({ fresh, own }) => fresh - own);
  return [
    gained,
    sum(({ fresh }) => fresh),
    sum(({ own }) => own),
    sum(({ best, fresh }) => best - fresh),
    Math.min(...told.map(({ fresh, own }) => fresh - own)),
    Math.min(0, ...neighbours),
    neighbours.reduce((total, one) => total + one, 0),
    1,
    ...(gained > CONCEIVABLE && replacement.length > 0 ? ofHidden(proof, ids, edit) : [0, 0, 0, 0, 0]),
  ];
}

/** The same of a sentence in which the place is hidden: what counts is only what is around it. What is missing has no rival there. */
function ofHidden(proof: Proof, ids: Uint16Array, edit: Edit): number[] {
  const { start, kind, replacement } = edit;
  const told = proof.hidden(edit).map((opinion, at) => {
    const fresh = opinion.of(replacement[at]!);
    const best = opinion.of(opinion.first);
    return { fresh, best, own: kind === 'missing' ? best : opinion.of(ids[start + at]!) };
  });
  const sum = (of: (one: (typeof told)[number]) => number): number =>
    told.reduce((total, one) => total + of(one), 0);
  return [
    sum(({ fresh, own }) => fresh - own),
    sum(({ fresh }) => fresh),
    sum(({ best, fresh }) => best - fresh),
    Math.min(...told.map(({ fresh, own }) => fresh - own)),
    1,
  ];
}

/** The places from one to before another. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

import type { Confusions } from '../confusions';
import { type Kernel, makeKernel } from './kernel';
import { CODE, EMBEDDING, HIDDEN, JOINT, JOINT_INPUT, TAPS, type Weights } from './weights';

/** Characters that are read at once; of a longer sentence each piece is read by itself. */
const MOST = 252;
/** Places that are judged at once. */
const PLACES = 32;
const OTHER = 0;
const BOUNDARY = 1;

/** How well characters of one confusion set fit a place, as ln p within the set. */
export interface Fit {
  original: number;
  candidate: number;
  /** The one that fits best. */
  best: number;
}

/** One reader, with everything that it works in. */
interface Side {
  first: Float32Array;
  firstBias: Float32Array;
  second: Float32Array;
  secondBias: Float32Array;
  seen: Uint16Array;
  /** What it knows after each character. */
  state: Float32Array;
}

/**
 * A small bidirectional network that tells which of a character and its sound- and look-alikes fits where it stands,
 * from all that is before and behind it. tools/lexicon/context trains it and says how it is built.
 */
export class ContextModel {
  private readonly kernel: Kernel;
  private readonly sides: Side[];
  private readonly input: Float32Array;
  private readonly gates: Float32Array;
  private readonly below: Float32Array;
  private readonly joint: Float32Array;
  private readonly hidden: Float32Array;
  private readonly code: Float32Array;
  private readonly join: Float32Array;
  private readonly toCode: Float32Array;

  constructor(
    private readonly weights: Weights,
    private readonly confusions: Confusions,
    kernel?: Kernel,
  ) {
    const rows = MOST + 4;
    const working = rows * (TAPS * EMBEDDING + 5 * HIDDEN) + PLACES * (JOINT_INPUT + JOINT + CODE);
    const layers = 2 * (TAPS * EMBEDDING + HIDDEN + 2) * 2 * HIDDEN + JOINT_INPUT * JOINT + JOINT * CODE;
    this.kernel = kernel ?? makeKernel(working + layers);
    const place = (values: Float32Array): Float32Array => {
      const room = this.kernel.room(values.length);
      room.set(values);
      return room;
    };
    this.sides = (['left', 'right'] as const).map((side) => ({
      first: place(weights[`${side}.first`]),
      firstBias: place(weights[`${side}.firstBias`]),
      second: place(weights[`${side}.second`]),
      secondBias: place(weights[`${side}.secondBias`]),
      seen: new Uint16Array(rows),
      state: this.kernel.room(rows * HIDDEN),
    }));
    this.join = place(weights.join);
    this.toCode = place(weights.code);
    this.input = this.kernel.room(rows * TAPS * EMBEDDING);
    this.gates = this.kernel.room(rows * 2 * HIDDEN);
    this.below = this.kernel.room(rows * HIDDEN);
    this.joint = this.kernel.room(PLACES * JOINT_INPUT);
    this.hidden = this.kernel.room(PLACES * JOINT);
    this.code = this.kernel.room(PLACES * CODE);
  }

  /** Reads a sentence and judges what stands at `places`, as if `originalOf` stood there. */
  judge(
    ids: ArrayLike<number>,
    places: readonly number[],
    originalOf: (place: number) => number = (place) => ids[place]!,
  ): Map<number, Judgement> {
    const result = new Map<number, Judgement>();
    for (let from = 0; from < ids.length; from += MOST) {
      const inside = places.filter((place) => place >= from && place < from + MOST);
      if (inside.length === 0) continue;
      const piece = Array.prototype.slice.call(ids, from, from + MOST) as number[];
      this.read(piece);
      for (let first = 0; first < inside.length; first += PLACES) {
        const some = inside.slice(first, first + PLACES);
        this.look(
          some.map((place) => place - from),
          piece.length,
        );
        some.forEach((place, row) => {
          result.set(place, this.judgement(this.code.slice(row * CODE, (row + 1) * CODE), originalOf(place)));
        });
      }
    }
    return result;
  }

  private judgement(code: Float32Array, original: number): Judgement {
    const { start, other } = this.confusions;
    const own = this.logit(code, original);
    let best = own;
    const from = start[original]!;
    const to = start[original + 1]!;
    const scores = new Float64Array(to - from);
    for (let entry = from; entry < to; entry++) {
      const score = this.logit(code, other[entry]!);
      scores[entry - from] = score;
      if (score > best) best = score;
    }
    let total = Math.exp(own - best);
    for (const score of scores) total += Math.exp(score - best);
    const rest = best + Math.log(total);
    return {
      fit: (candidate) => ({
        original: own - rest,
        candidate: this.logit(code, candidate) - rest,
        best: best - rest,
      }),
    };
  }

  private logit(code: Float32Array, id: number): number {
    const { outputs, outputBias } = this.weights;
    let sum = outputBias[id]!;
    const base = id * CODE;
    for (let i = 0; i < CODE; i++) sum += code[i]! * outputs[base + i]!;
    return sum;
  }

  private read(ids: readonly number[]): void {
    const length = ids.length + 1;
    this.sides.forEach((side, direction) => {
      const { seen, state } = side;
      seen[0] = BOUNDARY;
      for (let at = 0; at < ids.length; at++) seen[at + 1] = ids[direction === 0 ? at : ids.length - 1 - at]!;
      this.embed(seen, length);
      this.layer(this.input, TAPS * EMBEDDING, side.first, side.firstBias, length, this.below);
      this.layer(this.below, HIDDEN, side.second, side.secondBias, length, state);
      for (let i = 0; i < length * HIDDEN; i++) state[i]! += this.below[i]!;
    });
  }

  private embed(seen: Uint16Array, length: number): void {
    const { embeddings } = this.weights;
    for (let row = 0; row < length; row++)
      for (let tap = 0; tap < TAPS; tap++) {
        const id = row - tap >= 0 ? seen[row - tap]! : OTHER;
        const to = (row * TAPS + tap) * EMBEDDING;
        for (let i = 0; i < EMBEDDING; i++) this.input[to + i] = embeddings[id * EMBEDDING + i]!;
      }
  }

  /** h = z h' + (1 - z) c, both from the input alone. */
  private layer(
    input: Float32Array,
    inner: number,
    weights: Float32Array,
    bias: Float32Array,
    length: number,
    state: Float32Array,
  ): void {
    this.kernel.multiply(input, weights, this.gates, (length + 3) & ~3, inner, 2 * HIDDEN);
    this.kernel.recur(this.gates, bias, state, length, HIDDEN);
  }

  private look(places: readonly number[], length: number): void {
    const { embeddings, joinBias, codeBias } = this.weights;
    places.forEach((place, row) => {
      this.sides.forEach(({ seen, state }, direction) => {
        const beside = direction === 0 ? place : length - 1 - place;
        const to = row * JOINT_INPUT;
        for (let i = 0; i < HIDDEN; i++)
          this.joint[to + direction * HIDDEN + i] = state[beside * HIDDEN + i]!;
        const near = seen[beside]! * EMBEDDING;
        for (let i = 0; i < EMBEDDING; i++)
          this.joint[to + 2 * HIDDEN + direction * EMBEDDING + i] = embeddings[near + i]!;
      });
    });
    const rows = (places.length + 3) & ~3;
    this.kernel.multiply(this.joint, this.join, this.hidden, rows, JOINT_INPUT, JOINT);
    for (let at = 0; at < rows * JOINT; at++)
      this.hidden[at] = Math.max(0, this.hidden[at]! + joinBias[at % JOINT]!);
    this.kernel.multiply(this.hidden, this.toCode, this.code, rows, JOINT, CODE);
    for (let at = 0; at < rows * CODE; at++) this.code[at]! += codeBias[at % CODE]!;
  }
}

/** What the model thinks of one place. */
export interface Judgement {
  fit(candidate: number): Fit;
}

import type { Confusions } from '../confusions';
import { BOUNDARY, UNKNOWN } from '../language';
import { Choice } from '../network/choice';
import { type Factor, type Kernel, makeKernel } from '../network/kernel';
import { inEights, inFours, turned } from '../network/quantised';
import { type Judgement, Weigher } from './judgement';
import { CODE, EMBEDDING, HIDDEN, JOINT, JOINT_INPUT, TAPS, type Weights } from './weights';

/** Characters that are read at once; of a longer sentence each piece is read by itself. */
const MOST = 252;
/** Places that are judged at once. */
const PLACES = 32;
/** Speaks against a character for good. */
const NEVER = -1e30;

/** One reader, with everything that it works in. */
interface Side {
  first: Factor;
  firstBias: Float32Array;
  second: Factor;
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
  private readonly join: Factor;
  private readonly toCode: Factor;
  /** Turned outputs, from a code to what speaks for every character, and room for that. */
  private readonly toAll: Factor;
  private readonly scales: Float32Array;
  private readonly bias: Float32Array;
  private readonly all: Float32Array;
  private readonly weigher: Weigher;

  constructor(
    private readonly weights: Weights,
    confusions: Confusions,
    kernel?: Kernel,
  ) {
    const rows = MOST + 4;
    const vocabulary = weights.outputBias.length;
    const columns = inEights(vocabulary);
    this.kernel =
      kernel ??
      makeKernel({
        numbers:
          rows * (TAPS * EMBEDDING + 5 * HIDDEN) +
          PLACES * (JOINT_INPUT + JOINT + CODE) +
          2 * (TAPS * EMBEDDING + 5 * HIDDEN) +
          JOINT_INPUT +
          JOINT +
          CODE +
          PLACES * columns +
          2 * columns,
        weights:
          2 * (TAPS * EMBEDDING + HIDDEN) * 2 * HIDDEN + JOINT_INPUT * JOINT + JOINT * CODE + CODE * columns,
        product: rows * Math.max(TAPS * EMBEDDING, HIDDEN),
      });
    const place = (values: Float32Array): Float32Array => {
      const room = this.kernel.room(values.length);
      room.set(values);
      return room;
    };
    this.sides = (['left', 'right'] as const).map((side) => ({
      first: this.kernel.factor(weights[`${side}.first`]),
      firstBias: place(weights[`${side}.firstBias`]),
      second: this.kernel.factor(weights[`${side}.second`]),
      secondBias: place(weights[`${side}.secondBias`]),
      seen: new Uint16Array(rows),
      state: this.kernel.room(rows * HIDDEN),
    }));
    this.join = this.kernel.factor(weights.join);
    this.toCode = this.kernel.factor(weights.code);
    this.toAll = this.kernel.factor(turned(weights.outputs));
    const { start } = confusions;
    const padded = (values: Float32Array): Float32Array =>
      place(Float32Array.from({ length: columns }, (_, id) => values[id] ?? 0));
    this.scales = padded(weights.outputs.scales);
    // What nothing is mistaken for is no Chinese character.
    this.bias = padded(weights.outputBias.map((value, id) => (start[id] === start[id + 1] ? NEVER : value)));
    this.all = this.kernel.room(PLACES * columns);
    this.weigher = new Weigher(weights, confusions);
    this.input = this.kernel.room(rows * TAPS * EMBEDDING);
    this.gates = this.kernel.room(rows * 2 * HIDDEN);
    this.below = this.kernel.room(rows * HIDDEN);
    this.joint = this.kernel.room(PLACES * JOINT_INPUT);
    this.hidden = this.kernel.room(PLACES * JOINT);
    this.code = this.kernel.room(PLACES * CODE);
  }

  /**
   * Reads a sentence and judges what stands at `places`, as if `originalOf` stood there; at those that are `open`, every
   * character of the vocabulary is weighed.
   */
  judge(
    ids: ArrayLike<number>,
    places: readonly number[],
    originalOf: (place: number) => number = (place) => ids[place]!,
    open: (place: number) => boolean = () => false,
  ): Map<number, Judgement> {
    const result = new Map<number, Judgement>();
    const inOrder = [...places.filter(open), ...places.filter((place) => !open(place))];
    for (let from = 0; from < ids.length; from += MOST) {
      const inside = inOrder.filter((place) => place >= from && place < from + MOST);
      if (inside.length === 0) continue;
      const piece = Array.prototype.slice.call(ids, from, from + MOST) as number[];
      this.read(piece, Math.min(...inside) - from, Math.max(...inside) - from);
      for (let first = 0; first < inside.length; first += PLACES) {
        const some = inside.slice(first, first + PLACES);
        this.look(
          some.map((place) => place - from),
          piece.length,
        );
        const weighed = this.weighAll(some.filter(open).length);
        some.forEach((place, row) => {
          const code = this.code.slice(row * CODE, (row + 1) * CODE);
          result.set(place, this.weigher.judgement(code, originalOf(place), weighed[row] ?? null));
        });
      }
    }
    return result;
  }

  /** For each of the first codes what speaks for every Chinese character. */
  private weighAll(rows: number): Choice[] {
    if (rows === 0) return [];
    const { kernel, code, toAll, all, scales, bias } = this;
    kernel.multiply(code, toAll, all, inFours(rows));
    kernel.weigh(all, scales, bias, rows);
    const known = this.weights.outputBias.length;
    return Array.from({ length: rows }, (_, row) => {
      const from = row * toAll.columns;
      return new Choice(all.slice(from, from + known), known);
    });
  }

  /** Reads up to the last place that is asked about from one side, and up to the first from the other. */
  private read(ids: readonly number[], first: number, last: number): void {
    this.sides.forEach((side, direction) => {
      const { seen, state } = side;
      const length = direction === 0 ? last + 1 : ids.length - first;
      seen[0] = BOUNDARY;
      for (let at = 0; at < length - 1; at++) seen[at + 1] = ids[direction === 0 ? at : ids.length - 1 - at]!;
      this.embed(seen, length);
      this.layer(this.input, side.first, side.firstBias, length, this.below);
      this.layer(this.below, side.second, side.secondBias, length, state);
      for (let i = 0; i < length * HIDDEN; i++) state[i]! += this.below[i]!;
    });
  }

  private embed(seen: Uint16Array, length: number): void {
    const { embeddings } = this.weights;
    for (let row = 0; row < length; row++)
      for (let tap = 0; tap < TAPS; tap++) {
        const id = row - tap >= 0 ? seen[row - tap]! : UNKNOWN;
        const to = (row * TAPS + tap) * EMBEDDING;
        for (let i = 0; i < EMBEDDING; i++) this.input[to + i] = embeddings[id * EMBEDDING + i]!;
      }
  }

  /** h = z h' + (1 - z) c, both from the input alone. */
  private layer(
    input: Float32Array,
    weights: Factor,
    bias: Float32Array,
    length: number,
    state: Float32Array,
  ): void {
    this.kernel.multiply(input, weights, this.gates, inFours(length));
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
    const rows = inFours(places.length);
    this.kernel.multiply(this.joint, this.join, this.hidden, rows);
    for (let at = 0; at < rows * JOINT; at++)
      this.hidden[at] = Math.max(0, this.hidden[at]! + joinBias[at % JOINT]!);
    this.kernel.multiply(this.hidden, this.toCode, this.code, rows);
    for (let at = 0; at < rows * CODE; at++) this.code[at]! += codeBias[at % CODE]!;
  }
}

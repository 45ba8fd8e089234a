import { BOUNDARY } from '../language';
import { Choice } from '../network/choice';
import { type Angles, type Factor, type Kernel, makeKernel } from '../network/kernel';
import { inEights, inFours, turned } from '../network/quantised';
import { CODE, type CorrectorWeights, FEED, HEADS, WIDTH } from './weights';

/** Characters that are read at once, beside the boundaries before and behind them. */
export const MOST = 124;
const ROWS = MOST + 4;
const DIM = WIDTH / HEADS;
const TURNS = DIM / 2;
/** Slowest turn of a pair of numbers from one place to the next, as in model.py. */
const BASE = 1000;

/** What the corrector thinks should stand at a place, as ln p. */
export interface Opinion {
  /** Of one character, by id. */
  of(id: number): number;
  /** That what stands there should go. */
  readonly extra: number;
  /** That something is missing before it. */
  readonly missing: number;
  /** The likeliest character, which may be the one that stands there. */
  readonly first: number;
}

interface Layer {
  attend: Factor;
  mix: Factor;
  feed: Factor;
  back: Factor;
}

/**
 * A small transformer that was trained on sentences with errors to say what should stand at each place.
 * tools/lexicon/corrector trains it, and model.py says how it is built.
 */
export class Corrector {
  private readonly kernel: Kernel;
  /** Characters, and the two codes after them. */
  private readonly known: number;
  private readonly codes: CorrectorWeights['codes'];
  private readonly enter: Factor;
  private readonly layers: Layer[];
  private readonly leave: Factor;
  /** Turned codes: from what is known of a place to what speaks for every character. */
  private readonly toAll: Factor;
  private readonly scales: Float32Array;
  private readonly bias: Float32Array;
  private readonly angles: Angles;
  private readonly code: Float32Array;
  private readonly stream: Float32Array;
  private readonly level: Float32Array;
  private readonly asked: Float32Array;
  private readonly heard: Float32Array;
  private readonly added: Float32Array;
  private readonly fed: Float32Array;
  private readonly all: Float32Array;

  /** The kernel has copies of its own of all weights but the codes. */
  constructor(weights: CorrectorWeights, kernel?: Kernel) {
    this.codes = weights.codes;
    this.known = weights.bias.length;
    const columns = inEights(this.known);
    this.kernel =
      kernel ??
      makeKernel({
        numbers:
          ROWS * (CODE + 6 * WIDTH + FEED + columns + 2 * TURNS) +
          2 * columns +
          2 * CODE +
          weights.blocks.length * (3 * WIDTH + FEED) +
          WIDTH,
        weights:
          weights.blocks.length * (4 * WIDTH * WIDTH + 2 * WIDTH * FEED) + 2 * CODE * WIDTH + CODE * columns,
        product: ROWS * FEED,
      });
    this.enter = this.kernel.factor(weights.enter);
    this.layers = weights.blocks.map(({ attend, mix, feed, back }) => ({
      attend: this.kernel.factor(attend),
      mix: this.kernel.factor(mix),
      feed: this.kernel.factor(feed),
      back: this.kernel.factor(back),
    }));
    this.leave = this.kernel.factor(weights.leave);
    this.toAll = this.kernel.factor(turned(weights.codes));
    const room = (width: number): Float32Array => this.kernel.room(ROWS * width);
    this.code = room(CODE);
    this.stream = room(WIDTH);
    this.level = room(WIDTH);
    this.asked = room(3 * WIDTH);
    this.heard = room(WIDTH);
    this.added = this.level;
    this.fed = room(FEED);
    this.all = room(columns);
    const place = (values: Float32Array, size: number): Float32Array => {
      const room = this.kernel.room(size);
      room.set(values);
      return room;
    };
    this.scales = place(weights.codes.scales, columns);
    this.bias = place(weights.bias, columns);
    const angles = Float32Array.from(
      { length: ROWS * TURNS },
      (_, at) => Math.floor(at / TURNS) * BASE ** (-(at % TURNS) / TURNS),
    );
    this.angles = {
      cos: place(angles.map(Math.cos), angles.length),
      sin: place(angles.map(Math.sin), angles.length),
      half: TURNS,
    };
  }

  /** Stands in a sentence for a character that is not to be seen. */
  get hidden(): number {
    return this.known - 2;
  }

  /** Reads a sentence of up to {@link MOST} characters and says what it thinks of the places from `from` to `to - 1`, one at least. */
  read(ids: ArrayLike<number>, from = 0, to = ids.length): Opinion[] {
    const length = ids.length + 2;
    this.begin(ids);
    for (const layer of this.layers) this.pass(layer, length);
    // Before the first place stands the boundary.
    normed(this.stream.subarray((from + 1) * WIDTH), this.level, to - from);
    return this.opinions(to - from);
  }

  private begin(ids: ArrayLike<number>): void {
    const { values, scales } = this.codes;
    const length = ids.length + 2;
    for (let row = 0; row < length; row++) {
      const id = row === 0 || row === length - 1 ? BOUNDARY : ids[row - 1]!;
      for (let i = 0; i < CODE; i++) this.code[row * CODE + i] = values[id * CODE + i]! * scales[id]!;
    }
    this.kernel.multiply(this.code, this.enter, this.stream, inFours(length));
  }

  private pass({ attend, mix, feed, back }: Layer, length: number): void {
    const { kernel, stream, level, asked, heard, added, fed } = this;
    const rows = inFours(length);
    normed(stream, level, length);
    kernel.multiply(level, attend, asked, rows);
    // Questions and keys are turned by their places, so that what they agree on depends on how far apart they are.
    kernel.turn(asked, this.angles, length, 2 * HEADS, 3 * WIDTH);
    kernel.attend(asked, heard, length, HEADS, WIDTH);
    kernel.multiply(heard, mix, added, rows);
    kernel.add(stream, added, length * WIDTH);
    normed(stream, level, length);
    kernel.multiply(level, feed, fed, rows);
    kernel.square(fed, length * FEED);
    kernel.multiply(fed, back, added, rows);
    kernel.add(stream, added, length * WIDTH);
  }

  private opinions(length: number): Opinion[] {
    const { kernel, level, code, all, toAll, scales, bias, known } = this;
    const rows = inFours(length);
    kernel.multiply(level, this.leave, code, rows);
    kernel.multiply(code, toAll, all, rows);
    kernel.weigh(all, scales, bias, length);
    return Array.from({ length }, (_, place) => {
      const from = place * toAll.columns;
      return new Said(all.slice(from, from + known));
    });
  }
}

/** After the characters come "this one should go" and "something is missing before this one". */
class Said extends Choice implements Opinion {
  constructor(logits: Float32Array) {
    super(logits, logits.length - 2);
  }

  get extra(): number {
    return this.of(this.logits.length - 2);
  }

  get missing(): number {
    return this.of(this.logits.length - 1);
  }
}

/** Each row divided by its root mean square. */
function normed(from: Float32Array, to: Float32Array, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const base = row * WIDTH;
    let sum = 0;
    for (let i = 0; i < WIDTH; i++) sum += from[base + i]! * from[base + i]!;
    const by = 1 / Math.sqrt(sum / WIDTH + EPSILON);
    for (let i = 0; i < WIDTH; i++) to[base + i] = from[base + i]! * by;
  }
}
/** That of float32, as PyTorch takes it. */
const EPSILON = 2 ** -23;

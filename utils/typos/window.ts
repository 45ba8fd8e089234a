import type { Confusions } from './confusions';

/** Characters to either side that the window model sees. */
export const WINDOW_REACH = 8;
const EMBEDDING = 64;
const HIDDEN = 320;
const CODE = 128;
const INPUT = 2 * WINDOW_REACH * EMBEDDING;

/** How well the characters of one confusion set fit a place, as ln p within the set. */
export interface Fit {
  original: number;
  candidate: number;
}

/**
 * A small feed-forward network that tells which of a character and its sound- and look-alikes fits between the
 * eight characters on either side; tools/lexicon/window.cpp trains it, {@link packWindow} quantises it.
 */
export class WindowModel {
  private readonly input = new Float32Array(INPUT);
  private readonly hidden = new Float32Array(HIDDEN);
  private readonly code = new Float32Array(CODE);
  private seen: { ids: ArrayLike<number>; at: number } | null = null;

  constructor(
    private readonly weights: WindowWeights,
    private readonly confusions: Confusions,
  ) {}

  /** Reads the surroundings of `at`; {@link fit} then answers for that place. `ids` must not change afterwards. */
  look(ids: ArrayLike<number>, at: number): void {
    // Several candidates for one place come one after the other.
    if (this.seen?.ids === ids && this.seen.at === at) return;
    this.seen = { ids, at };
    const { embeddings, first, firstBias, second, secondBias } = this.weights;
    const { input, hidden, code } = this;
    input.fill(0);
    for (const side of [-1, 1]) {
      let open = true;
      for (let distance = 1; distance <= WINDOW_REACH; distance++) {
        const place = at + side * distance;
        const id = open ? (place < 0 || place >= ids.length ? 1 : ids[place]!) : 0;
        if (id === 1) open = false;
        const slot = side < 0 ? WINDOW_REACH - distance : WINDOW_REACH - 1 + distance;
        for (let i = 0; i < EMBEDDING; i++) input[slot * EMBEDDING + i] = embeddings[id * EMBEDDING + i]!;
      }
    }
    layer(first, firstBias, input, hidden);
    for (let i = 0; i < HIDDEN; i++) if (hidden[i]! < 0) hidden[i] = 0;
    layer(second, secondBias, hidden, code);
  }

  /** Compares `candidate` with `original` among all that `original` may stand for. */
  fit(original: number, candidate: number): Fit {
    const { start, other } = this.confusions;
    const own = this.logit(original);
    const theirs = this.logit(candidate);
    let top = Math.max(own, theirs);
    const from = start[original]!;
    const to = start[original + 1]!;
    const scores = new Float64Array(to - from);
    for (let entry = from; entry < to; entry++) {
      const score = this.logit(other[entry]!);
      scores[entry - from] = score;
      if (score > top) top = score;
    }
    let total = Math.exp(own - top);
    for (const score of scores) total += Math.exp(score - top);
    const rest = top + Math.log(total);
    return { original: own - rest, candidate: theirs - rest };
  }

  private logit(id: number): number {
    const { outputs, outputScale, outputBias } = this.weights;
    let sum = 0;
    const base = id * CODE;
    for (let i = 0; i < CODE; i++) sum += this.code[i]! * outputs[base + i]!;
    return sum * outputScale[id]! + outputBias[id]!;
  }
}

/** Rows of the layers belong to outputs: `first[o * INPUT + i]`. */
export interface WindowWeights {
  embeddings: Float32Array;
  first: Float32Array;
  firstBias: Float32Array;
  second: Float32Array;
  secondBias: Float32Array;
  outputs: Int8Array;
  outputScale: Float32Array;
  outputBias: Float32Array;
}

function layer(weights: Float32Array, bias: Float32Array, from: Float32Array, to: Float32Array): void {
  const size = from.length;
  for (let out = 0; out < to.length; out++) {
    const base = out * size;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < size; i += 4) {
      a += weights[base + i]! * from[i]!;
      b += weights[base + i + 1]! * from[i + 1]!;
      c += weights[base + i + 2]! * from[i + 2]!;
      d += weights[base + i + 3]! * from[i + 3]!;
    }
    to[out] = a + b + c + d + bias[out]!;
  }
}

/** Quantises trained weights (see window.cpp for their order) row by row to 8 bits. */
export function packWindow(weights: Float32Array, vocabulary: number): Map<string, Uint8Array> {
  let at = 0;
  const take = (size: number): Float32Array => {
    at += size;
    return weights.subarray(at - size, at);
  };
  const embeddings = take(vocabulary * EMBEDDING);
  const first = transposed(take(INPUT * HIDDEN), INPUT, HIDDEN);
  const firstBias = take(HIDDEN);
  const second = transposed(take(HIDDEN * CODE), HIDDEN, CODE);
  const secondBias = take(CODE);
  const outputs = take(vocabulary * CODE);
  const outputBias = take(vocabulary);
  const sections = new Map<string, Uint8Array>();
  const put = (name: string, values: Float32Array, width: number): void => {
    const { bytes, scales } = quantised(values, width);
    sections.set(`window.${name}`, bytes);
    sections.set(`window.${name}.scale`, asBytes(scales));
  };
  put('embeddings', embeddings, EMBEDDING);
  put('first', first, INPUT);
  put('second', second, HIDDEN);
  put('outputs', outputs, CODE);
  sections.set('window.firstBias', asBytes(firstBias));
  sections.set('window.secondBias', asBytes(secondBias));
  sections.set('window.outputBias', asBytes(outputBias));
  return sections;
}

/** The inverse of {@link packWindow}; null when the file holds no window model. */
export function unpackWindow(sections: Map<string, Uint8Array>): WindowWeights | null {
  if (!sections.has('window.embeddings')) return null;
  const floats = (name: string): Float32Array =>
    new Float32Array(sections.get(`window.${name}`)!.slice().buffer);
  const bytes = (name: string): Int8Array => new Int8Array(sections.get(`window.${name}`)!.slice().buffer);
  const spread = (name: string): Float32Array => {
    const scales = floats(`${name}.scale`);
    const values = bytes(name);
    const width = values.length / scales.length;
    return Float32Array.from(values, (value, at) => value * scales[Math.floor(at / width)]!);
  };
  return {
    embeddings: spread('embeddings'),
    first: spread('first'),
    firstBias: floats('firstBias'),
    second: spread('second'),
    secondBias: floats('secondBias'),
    outputs: bytes('outputs'),
    outputScale: floats('outputs.scale'),
    outputBias: floats('outputBias'),
  };
}

function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = matrix[row * columns + column]!;
  return result;
}

function quantised(values: Float32Array, width: number): { bytes: Uint8Array; scales: Float32Array } {
  const scales = new Float32Array(values.length / width);
  const bytes = new Int8Array(values.length);
  for (let row = 0; row < scales.length; row++) {
    let most = 1e-9;
    for (let i = 0; i < width; i++) most = Math.max(most, Math.abs(values[row * width + i]!));
    scales[row] = most / 127;
    for (let i = 0; i < width; i++)
      bytes[row * width + i] = Math.round(values[row * width + i]! / scales[row]!);
  }
  return { bytes: new Uint8Array(bytes.buffer), scales };
}

function asBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.slice().buffer);
}

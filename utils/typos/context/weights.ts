import type { Quantised } from '../network/quantised';

/** Sizes of the context model; tools/lexicon/context/model.h has the same. */
export const EMBEDDING = 64;
export const TAPS = 3;
export const HIDDEN = 256;
export const JOINT = 320;
export const CODE = 128;
export const JOINT_INPUT = 2 * HIDDEN + 2 * EMBEDDING;

/** The matrices in the order in which tools/lexicon/context/train.cpp writes them, with the width of their rows. */
const MATRICES = [
  ['embeddings', 0, EMBEDDING],
  ['left.first', TAPS * EMBEDDING, 2 * HIDDEN],
  ['left.firstBias', 1, 2 * HIDDEN],
  ['left.second', HIDDEN, 2 * HIDDEN],
  ['left.secondBias', 1, 2 * HIDDEN],
  ['right.first', TAPS * EMBEDDING, 2 * HIDDEN],
  ['right.firstBias', 1, 2 * HIDDEN],
  ['right.second', HIDDEN, 2 * HIDDEN],
  ['right.secondBias', 1, 2 * HIDDEN],
  ['join', JOINT_INPUT, JOINT],
  ['joinBias', 1, JOINT],
  ['code', JOINT, CODE],
  ['codeBias', 1, CODE],
  ['outputs', 0, CODE],
  ['outputBias', 0, 1],
] as const;

/** What is multiplied with stays in whole numbers; what is looked up and added are plain numbers. */
const PRODUCTS = [
  'left.first',
  'left.second',
  'right.first',
  'right.second',
  'join',
  'code',
  'outputs',
] as const satisfies Name[];

type Name = (typeof MATRICES)[number][0];
type ProductName = (typeof PRODUCTS)[number];
export type Weights = Record<ProductName, Quantised> & Record<Exclude<Name, ProductName>, Float32Array>;

/** Quantises trained weights row by row to 8 bits; biases stay floats. */
export function packContext(trained: Float32Array, vocabulary: number): Map<string, Uint8Array> {
  const sections = new Map<string, Uint8Array>();
  let at = 0;
  for (const [name, height, width] of MATRICES) {
    const size = (height || vocabulary) * width;
    const values = trained.subarray(at, at + size);
    at += size;
    if (width === 1 || height === 1) {
      sections.set(`context.${name}`, asBytes(values));
      continue;
    }
    const { bytes, scales } = quantised(values, width);
    sections.set(`context.${name}`, bytes);
    sections.set(`context.${name}.scale`, asBytes(scales));
  }
  if (at !== trained.length)
    throw new Error(`The context model has ${trained.length} weights instead of ${at}.`);
  return sections;
}

/** The inverse of {@link packContext}; null when the file holds no context model, an Error when it is of other sizes. */
export function unpackContext(sections: Map<string, Uint8Array>): Weights | null {
  if (!sections.has('context.embeddings')) return null;
  const bytes = (name: string): ArrayBuffer => {
    const found = sections.get(`context.${name}`);
    if (!found) throw new Error(`The model file lacks "context.${name}".`);
    return found.slice().buffer;
  };
  const vocabulary = bytes('outputBias').byteLength / 4;
  const entries = MATRICES.map(([name, height, width]): [string, Float32Array | Quantised] => {
    const rows = height || vocabulary;
    const looked = width === 1 || height === 1;
    const values = looked ? new Float32Array(bytes(name)) : new Int8Array(bytes(name));
    if (values.length !== rows * width)
      throw new Error(`"context.${name}" of the model file is of another size.`);
    if (values instanceof Float32Array) return [name, values];
    const matrix = { values, scales: new Float32Array(bytes(`${name}.scale`)), columns: width };
    return [name, isProduct(name) ? matrix : spread(matrix)];
  });
  return Object.fromEntries(entries) as Weights;
}

function isProduct(name: Name): name is ProductName {
  return (PRODUCTS as readonly Name[]).includes(name);
}

function spread({ values, scales, columns }: Quantised): Float32Array {
  return Float32Array.from(values, (value, place) => value * scales[Math.floor(place / columns)]!);
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

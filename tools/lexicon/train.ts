import type { Scorer } from '../../utils/typos/scorer';
import { committee } from './committee';

export interface Example {
  features: number[];
  /** 1 when the edit repairs an error exactly, else 0. */
  right: 0 | 1;
  /** From a sentence that somebody wrote so, not one of ours with errors put in. */
  real: boolean;
}

/**
 * What the real examples count in all, in what the made ones do. Made errors are many and of every kind; the real ones tell how often
 * each kind is made, and what looks odd and is meant.
 */
const REAL = 0.5;

/** So many networks learn by themselves and say what they think in the mean: how the dice fell counts for less. */
const MEMBERS = 4;
const HIDDEN: readonly number[] = [32, 16];
const BATCH = 128;
const DECAY = 1e-4;
/** An example that is off by less than this probability is known. */
const LEARNT = 0.001;

/** Trains a committee of perceptrons. */
export function trainScorer(examples: Example[], random: () => number, epochs: number): Scorer {
  const { mean, deviation } = moments(examples, examples[0]!.features.length);
  const inputs = examples.map(({ features }) =>
    Float64Array.from(features, (value, at) => (value - mean[at]!) / deviation[at]!),
  );
  const members = Array.from({ length: MEMBERS }, () => trainOne(examples, inputs, random, epochs));
  return committee(members.map((member) => ({ ...member, mean, deviation })));
}

/** Trains one perceptron (cross-entropy, Adam, linearly falling rate) on the examples' features as `inputs` has them. */
function trainOne(
  examples: readonly Example[],
  inputs: readonly Float64Array[],
  random: () => number,
  epochs: number,
): Pick<Scorer, 'widths' | 'layers'> {
  const widths = [inputs[0]!.length, ...HIDDEN, 1];
  const layers = widths.slice(1).map((outputs, depth) => {
    const size = widths[depth]!;
    return Float64Array.from({ length: outputs * (size + 1) }, (_, at) =>
      at % (size + 1) === size ? 0 : (random() + random() + random() - 1.5) * 2 * Math.sqrt(1 / size),
    );
  });
  const gradients = layers.map((weights) => new Float64Array(weights.length));
  const first = layers.map((weights) => new Float64Array(weights.length));
  const second = layers.map((weights) => new Float64Array(weights.length));
  const values = widths.map((size) => new Float64Array(size));
  const errors = widths.map((size) => new Float64Array(size));
  const order = examples.map((_, at) => at);
  const weight = weightOfReal(examples);
  const steps = Math.floor(examples.length / BATCH) * epochs;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from + BATCH <= order.length; from += BATCH) {
      for (const gradient of gradients) gradient.fill(0);
      for (let at = from; at < from + BATCH; at++) {
        values[0]!.set(inputs[order[at]!]!);
        learn(examples[order[at]!]!);
      }
      update(0.002 * (1 - step / steps), ++step);
    }
  }
  return { widths, layers: layers.map((weights) => Float32Array.from(weights)) };

  function learn({ right, real }: Example): void {
    for (let depth = 0; depth < layers.length; depth++) {
      const [from, to, weights] = [values[depth]!, values[depth + 1]!, layers[depth]!];
      for (let out = 0; out < to.length; out++) {
        const base = out * (from.length + 1);
        let sum = weights[base + from.length]!;
        for (let i = 0; i < from.length; i++) sum += weights[base + i]! * from[i]!;
        to[out] = depth + 1 < layers.length && sum < 0 ? 0 : sum;
      }
    }
    const off = 1 / (1 + Math.exp(-values[layers.length]![0]!)) - right;
    // Most proposals are plainly wrong and soon known to be: there is nothing left to learn from them.
    if (Math.abs(off) < LEARNT) return;
    errors[layers.length]![0] = real ? weight * off : off;
    for (let depth = layers.length - 1; depth >= 0; depth--) {
      const [from, weights, gradient] = [values[depth]!, layers[depth]!, gradients[depth]!];
      const error = errors[depth + 1]!;
      const below = errors[depth]!.fill(0);
      for (let out = 0; out < error.length; out++) {
        if (error[out] === 0) continue;
        const base = out * (from.length + 1);
        for (let i = 0; i < from.length; i++) {
          gradient[base + i]! += error[out]! * from[i]!;
          below[i]! += error[out]! * weights[base + i]!;
        }
        gradient[base + from.length]! += error[out]!;
      }
      if (depth > 0) for (let i = 0; i < from.length; i++) if (from[i]! <= 0) below[i] = 0;
    }
  }

  function update(rate: number, count: number): void {
    layers.forEach((weights, depth) => {
      for (let i = 0; i < weights.length; i++) {
        const gradient = gradients[depth]![i]! / BATCH + DECAY * weights[i]!;
        first[depth]![i] = 0.9 * first[depth]![i]! + 0.1 * gradient;
        second[depth]![i] = 0.999 * second[depth]![i]! + 0.001 * gradient * gradient;
        const mean1 = first[depth]![i]! / (1 - 0.9 ** count);
        const mean2 = second[depth]![i]! / (1 - 0.999 ** count);
        weights[i]! -= (rate * mean1) / (Math.sqrt(mean2) + 1e-8);
      }
    });
  }
}

/** How much one real example counts: all that are right come to {@link REAL} of the made ones that are. */
function weightOfReal(examples: readonly Example[]): number {
  const count = (wanted: boolean): number =>
    examples.filter(({ right, real }) => right === 1 && real === wanted).length;
  return (REAL * count(false)) / Math.max(1, count(true));
}

function moments(examples: Example[], width: number): { mean: Float32Array; deviation: Float32Array } {
  const mean = new Float32Array(width);
  const deviation = new Float32Array(width);
  for (let at = 0; at < width; at++) {
    let sum = 0;
    let squares = 0;
    for (const { features } of examples) {
      sum += features[at]!;
      squares += features[at]! ** 2;
    }
    mean[at] = sum / examples.length;
    deviation[at] = Math.sqrt(Math.max(1e-4, squares / examples.length - mean[at]! ** 2));
  }
  return { mean, deviation };
}

function shuffle(values: number[], random: () => number): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [values[at], values[other]] = [values[other]!, values[at]!];
  }
}

/** A small multi-layer perceptron: how probable it is that an edit repairs an error. */
export interface Scorer {
  /** Layer widths, the number of features first and 1 last. */
  widths: number[];
  /** Per layer the weights, one row per output, each row ended by its bias. */
  layers: Float32Array[];
  mean: Float32Array;
  deviation: Float32Array;
}

/** The logit of {@link Scorer} for one edit; above 0 means more probably right than wrong. */
export function score(scorer: Scorer, features: ArrayLike<number>): number {
  let values: Float64Array = Float64Array.from(
    features,
    (value, at) => (value - scorer.mean[at]!) / scorer.deviation[at]!,
  );
  scorer.layers.forEach((weights, depth) => {
    const inputs = values.length;
    const next = new Float64Array(scorer.widths[depth + 1]!);
    for (let out = 0; out < next.length; out++) {
      let sum = weights[out * (inputs + 1) + inputs]!;
      for (let i = 0; i < inputs; i++) sum += weights[out * (inputs + 1) + i]! * values[i]!;
      next[out] = depth + 1 < scorer.layers.length && sum < 0 ? 0 : sum;
    }
    values = next;
  });
  return values[0]!;
}

/** Writes a scorer as sections of the model file, under a name of its own. */
export function packScorer(scorer: Scorer, name = 'scorer'): Map<string, Uint8Array> {
  const bytes = (values: Float32Array): Uint8Array => new Uint8Array(values.slice().buffer);
  const sections = new Map([
    [`${name}.widths`, new TextEncoder().encode(JSON.stringify(scorer.widths))],
    [`${name}.mean`, bytes(scorer.mean)],
    [`${name}.deviation`, bytes(scorer.deviation)],
  ]);
  scorer.layers.forEach((weights, depth) => {
    sections.set(`${name}.${depth}`, bytes(weights));
  });
  return sections;
}

/** The inverse of {@link packScorer}; null when the file holds none of this name. Throws when a part of it is missing. */
export function unpackScorer(sections: Map<string, Uint8Array>, name = 'scorer'): Scorer | null {
  const packed = sections.get(`${name}.widths`);
  if (!packed) return null;
  const floats = (part: string): Float32Array => {
    const found = sections.get(`${name}.${part}`);
    if (!found) throw new Error(`The model file lacks "${name}.${part}".`);
    return new Float32Array(found.slice().buffer);
  };
  const widths = JSON.parse(new TextDecoder().decode(packed)) as number[];
  return {
    widths,
    layers: widths.slice(1).map((_, depth) => floats(String(depth))),
    mean: floats('mean'),
    deviation: floats('deviation'),
  };
}

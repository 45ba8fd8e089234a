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

/** Writes a scorer as sections of the model file. */
export function packScorer(scorer: Scorer): Map<string, Uint8Array> {
  const bytes = (values: Float32Array): Uint8Array => new Uint8Array(values.slice().buffer);
  const sections = new Map([
    ['scorer.widths', new TextEncoder().encode(JSON.stringify(scorer.widths))],
    ['scorer.mean', bytes(scorer.mean)],
    ['scorer.deviation', bytes(scorer.deviation)],
  ]);
  scorer.layers.forEach((weights, depth) => {
    sections.set(`scorer.${depth}`, bytes(weights));
  });
  return sections;
}

/** The inverse of {@link packScorer}. Throws when the file holds no scorer. */
export function unpackScorer(sections: Map<string, Uint8Array>): Scorer {
  const floats = (name: string): Float32Array => {
    const found = sections.get(`scorer.${name}`);
    if (!found) throw new Error(`The model file lacks "scorer.${name}".`);
    return new Float32Array(found.slice().buffer);
  };
  const widths = JSON.parse(new TextDecoder().decode(sections.get('scorer.widths'))) as number[];
  return {
    widths,
    layers: widths.slice(1).map((_, depth) => floats(String(depth))),
    mean: floats('mean'),
    deviation: floats('deviation'),
  };
}

import type { Scorer } from '../../utils/typos/scorer';

/** One network that says what all of `members`, which are of one shape and were told of the same moments, say in the mean. */
export function committee(members: readonly Scorer[]): Scorer {
  const { widths, layers, mean, deviation } = members[0]!;
  const last = layers.length - 1;
  return {
    // Side by side in between, from the same features to the same answer.
    widths: widths.map((width, depth) => (depth === 0 || depth > last ? width : width * members.length)),
    layers: layers.map((_, depth) => sideBySide(members, depth, depth === 0, depth === last)),
    mean,
    deviation,
  };
}

/** The weights of one layer of all members; each sees what its own layer below made, all see the features. */
function sideBySide(
  members: readonly Scorer[],
  depth: number,
  isFirst: boolean,
  isLast: boolean,
): Float32Array {
  const [inputs, outputs] = [members[0]!.widths[depth]!, members[0]!.widths[depth + 1]!];
  const width = isFirst ? inputs : inputs * members.length;
  const wide = new Float32Array((isLast ? outputs : outputs * members.length) * (width + 1));
  const share = isLast ? 1 / members.length : 1;
  members.forEach(({ layers }, member) => {
    for (let out = 0; out < outputs; out++) {
      const to = (isLast ? out : member * outputs + out) * (width + 1);
      const from = out * (inputs + 1);
      const own = isFirst ? 0 : member * inputs;
      for (let i = 0; i < inputs; i++) wide[to + own + i] = share * layers[depth]![from + i]!;
      wide[to + width]! += share * layers[depth]![from + inputs]!;
    }
  });
  return wide;
}

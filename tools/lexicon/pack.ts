import type { ConfusionSource } from '../../utils/typos/confusions';
import { STEP } from '../../utils/typos/language';
import { Growing } from './growing';
import type { PrunedLevel } from './prune';

/** Quantises and packs a pruned model into the sections that utils/typos/unpack.ts reads. */
export function packLanguage(characters: string[], levels: PrunedLevel[]): Map<string, Uint8Array> {
  const sections = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  sections.set('characters', encoder.encode(characters.slice(2).join('')));
  sections.set('sizes', encoder.encode(JSON.stringify(levels.map(({ word }) => word.length))));
  const costs = levels.map(({ logProbability }) =>
    Uint8Array.from(logProbability, (ln) => Math.min(255, Math.max(0, Math.round(-ln / STEP)))),
  );
  sections.set('cost0', costs[0]!);
  for (let order = 1; order < levels.length; order++) {
    const { suffix } = levels[order]!;
    const parents = levels[order - 1]!;
    const children = new Growing(new Uint8Array(1 << 16));
    const places = new Growing(new Uint8Array(1 << 16));
    const backoffs = new Growing(new Uint8Array(1 << 16));
    for (let parent = 0; parent < parents.word.length; parent++) {
      const from = parents.first[parent]!;
      const to = parents.first[parent + 1]!;
      varint(children, to - from);
      if (to === from) continue;
      backoffs.push(Math.min(255, Math.max(0, Math.round(parents.logBackoff[parent]! / STEP) + 128)));
      let near = order === 1 ? 0 : levels[order - 2]!.first[parents.suffix[parent]!]!;
      for (let child = from; child < to; child++) {
        varint(places, suffix[child]! - near);
        near = suffix[child]! + 1;
      }
    }
    sections.set(`children${order}`, children.done());
    sections.set(`places${order}`, places.done());
    sections.set(
      `cost${order}`,
      costs[order]!.map((cost, at) => (cost - costs[order - 1]![suffix[at]!]!) & 255),
    );
    sections.set(`backoff${order - 1}`, backoffs.done());
  }
  return sections;
}

export function varint(bytes: Growing<Uint8Array>, value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Packs the sounds, look-alikes and 五笔 neighbours for utils/typos/knowledge.ts. */
export function packConfusions({ readings, shapes, strokeCodes }: ConfusionSource): Map<string, Uint8Array> {
  const pairs = (values: number[]): Uint8Array => new Uint8Array(Uint16Array.from(values).buffer);
  return new Map([
    ['readings', new TextEncoder().encode(JSON.stringify(readings.map((all) => all.join(' '))))],
    ['shapes.count', Uint8Array.from(shapes, (all) => all.length)],
    ['shapes.other', pairs(shapes.flatMap((all) => all.map(({ other }) => other)))],
    ['shapes.likeness', Uint8Array.from(shapes.flatMap((all) => all.map(({ likeness }) => likeness)))],
    ['strokes.count', Uint8Array.from(strokeCodes, (all) => all.length)],
    ['strokes.other', pairs(strokeCodes.flat())],
  ]);
}

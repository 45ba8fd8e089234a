import { VarintReader } from './bytes';
import type { LanguageModel } from './language';

/**
 * Spells out a packed language model (tools/lexicon/pack.ts writes it). A node's children are stored as places
 * among the children of its suffix, and probabilities as differences from the suffix's, since both are small.
 */
export function unpackLanguage(sections: Map<string, Uint8Array>): LanguageModel {
  const section = (name: string): Uint8Array => {
    const found = sections.get(name);
    if (!found) throw new Error(`The model file lacks "${name}".`);
    return found;
  };
  const characters = ['', '\n', ...new TextDecoder().decode(section('characters'))];
  const sizes = JSON.parse(new TextDecoder().decode(section('sizes'))) as number[];
  const levels = [0];
  for (const size of sizes) levels.push(levels[levels.length - 1]! + size);
  const total = levels[sizes.length]!;
  const inner = levels[sizes.length - 1]!;
  const word = new Uint16Array(total);
  const cost = new Uint8Array(total);
  const suffix = new Uint32Array(total);
  const firstChild = new Uint32Array(inner + 1);
  const backoff = new Uint8Array(inner).fill(128);

  const rootCosts = section('cost0');
  for (let id = 0; id < sizes[0]!; id++) {
    word[id] = id;
    cost[id] = rootCosts[id]!;
  }
  for (let level = 1; level < sizes.length; level++) {
    const counts = new VarintReader(section(`children${level}`));
    const places = new VarintReader(section(`places${level}`));
    const costs = section(`cost${level}`);
    const backoffs = section(`backoff${level - 1}`);
    let node = levels[level]!;
    let withChildren = 0;
    for (let parent = levels[level - 1]!; parent < levels[level]!; parent++) {
      firstChild[parent] = node;
      const shorter = level === 1 ? -1 : suffix[parent]!;
      const count = counts.next();
      if (count > 0) backoff[parent] = backoffs[withChildren++]!;
      let near = level === 1 ? 0 : firstChild[shorter]!;
      for (let child = 0; child < count; child++) {
        near += places.next();
        word[node] = word[near]!;
        suffix[node] = near;
        cost[node] = (cost[near]! + costs[node - levels[level]!]!) & 255;
        near++;
        node++;
      }
    }
    firstChild[levels[level]!] = node;
  }
  return { characters, levels, word, cost, firstChild, backoff, suffix };
}

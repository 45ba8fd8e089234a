import { readFileSync } from 'node:fs';
import { isHan } from '../../utils/typos/normalise';
import { TERMS } from '../../utils/typos/terms/words';
import { WORD_STEP } from '../../utils/typos/words';
import { Growing } from './growing';
import { varint } from './pack';

const LONGEST = 8;

interface Node {
  children: Map<number, Node>;
  cost: number;
}

/**
 * Packs the words of jieba's dictionary (MIT) as a trie for utils/typos/words.ts. The dictionary has misspellings of its
 * own; whatever holds one of our terms is left out.
 */
export function packWords(characters: string[], file: string): Map<string, Uint8Array> {
  const idOf = new Map(characters.map((character, id) => [character, id]));
  const wrong = TERMS.filter(({ kind }) => kind === 'misspelling').map((term) => term.wrong);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' '));
  const total = lines.reduce((sum, [, times]) => sum + Number(times ?? 0), 0);
  const roots: Node[] = characters.map(() => ({ children: new Map(), cost: 0 }));
  for (const [word = '', times] of lines) {
    const known = word.length <= LONGEST && [...word].every((one) => isHan(one) && idOf.has(one));
    if (word === '' || !known || wrong.some((one) => word.includes(one))) continue;
    let node = roots[idOf.get(word[0]!)!]!;
    for (const character of word.slice(1)) {
      const id = idOf.get(character)!;
      if (!node.children.has(id)) node.children.set(id, { children: new Map(), cost: 0 });
      node = node.children.get(id)!;
    }
    node.cost = Math.min(255, Math.max(1, Math.round(-Math.log(Number(times) / total) / WORD_STEP)));
  }
  return written(roots);
}

/** Level by level: how many children each node has, the gaps between their ids, and the cost of each node. */
function written(roots: Node[]): Map<string, Uint8Array> {
  const counts = new Growing(new Uint8Array(1 << 16));
  const steps = new Growing(new Uint8Array(1 << 16));
  const costs = new Growing(new Uint8Array(1 << 16));
  let level = roots;
  while (level.length > 0) {
    const next: Node[] = [];
    for (const { children, cost } of level) {
      costs.push(cost);
      varint(counts, children.size);
      let near = 0;
      for (const [id, child] of [...children].sort(([a], [b]) => a - b)) {
        varint(steps, id - near);
        near = id + 1;
        next.push(child);
      }
    }
    level = next;
  }
  return new Map([
    ['words.counts', counts.done()],
    ['words.steps', steps.done()],
    ['words.cost', costs.done()],
  ]);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHan } from '../../../utils/typos/normalise';
import type { Knowledge } from '../../../utils/typos/proposals';
import { Spoiler, seeded } from '../noise';

/** Throws of the dice that are written down for each character and each word; training picks among them. */
const CONFUSED = 128;
const WORDS = 8;
/** The most frequent words of two characters that are written down. */
const MOST_WORDS = 120_000;

/**
 * Writes what train.py needs: the corpus as ids, and for each character and each frequent word of two what a typist or a scanner
 * may put in its place. All numbers are uint16, little-endian; a character without confusions stands for itself.
 */
export function writeCorrectorInputs(folder: string, knowledge: Knowledge, ids: Uint16Array): void {
  const { model, confusions } = knowledge;
  const { characters } = model;
  const random = seeded(2026);
  const han = Uint16Array.from(characters, (character) => (character !== '' && isHan(character) ? 1 : 0));
  const spoiler = new Spoiler(model, confusions, Uint8Array.from(han), random);
  const write = (name: string, values: Uint16Array): void =>
    writeFileSync(
      join(folder, `${name}.u16`),
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
  mkdirSync(folder, { recursive: true });
  write('ids', ids);
  write('han', han);
  write(
    'confused',
    Uint16Array.from({ length: characters.length * CONFUSED }, (_, at) => {
      const id = Math.floor(at / CONFUSED);
      return (han[id] && (spoiler.confused(id) ?? spoiler.confused(id))) || id;
    }),
  );
  const words = frequentWords(knowledge, spoiler);
  write('words', Uint16Array.from(words.flat()));
  write(
    'wordsConfused',
    Uint16Array.from(
      words.flatMap(([one, two]) =>
        Array.from({ length: WORDS }, () => spoiler.otherWord(one, two) ?? [one, two]).flat(),
      ),
    ),
  );
}

/** Pairs of Chinese characters, the most frequent first. */
function frequentWords({ model }: Knowledge, spoiler: Spoiler): [number, number][] {
  const { characters, cost, firstChild, word } = model;
  const found: { pair: [number, number]; cost: number }[] = [];
  for (let one = 2; one < characters.length; one++) {
    if (!isHan(characters[one]!)) continue;
    for (let child = firstChild[one]!; child < firstChild[one + 1]!; child++) {
      const two = word[child]!;
      if (spoiler.isWord(one, two)) found.push({ pair: [one, two], cost: cost[one]! + cost[child]! });
    }
  }
  found.sort((a, b) => a.cost - b.cost);
  return found.slice(0, MOST_WORDS).map(({ pair }) => pair);
}

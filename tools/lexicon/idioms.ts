import { readFileSync } from 'node:fs';
import { LENGTH } from '../../utils/typos/idioms/nearMisses';
import type { Knowledge } from '../../utils/typos/proposals';

/** How the dictionary marks what each section holds: idioms (成语) and set expressions (习用语). */
const SECTIONS = { idioms: 'i', 'idioms.phrases': 'l' };
/** What it counted less often is often a slip itself. */
const FEWEST = 3;

/** Marks the idioms and set expressions among the words of four characters, a bit for each in the order of the word list, after the dictionary in `file`. */
export function packIdioms(
  { model, words }: Pick<Knowledge, 'model' | 'words'>,
  file: string,
): Map<string, Uint8Array> {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, times]) => Number(times) >= FEWEST);
  return new Map(
    Object.entries(SECTIONS).map(([name, tag]) => {
      const wanted = new Set(lines.filter(([, , its]) => its === tag).map(([word]) => word));
      const marks: boolean[] = [];
      words?.eachOf(LENGTH, (word) =>
        marks.push(wanted.has(Array.from(word, (id) => model.characters[id]).join(''))),
      );
      return [name, bits(marks)];
    }),
  );
}

function bits(marks: readonly boolean[]): Uint8Array {
  const packed = new Uint8Array(Math.ceil(marks.length / 8));
  marks.forEach((mark, number) => {
    if (mark) packed[number >>> 3]! |= 1 << (number & 7);
  });
  return packed;
}

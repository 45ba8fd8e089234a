import type { Quantised } from '../network/quantised';

/** Sizes of the corrector; tools/lexicon/corrector/model.py has the same. */
export const CODE = 128;
export const WIDTH = 256;
export const HEADS = 8;
export const FEED = 768;

/** The matrices of one block, with their rows and columns. */
const BLOCK = [
  ['attend', WIDTH, 3 * WIDTH],
  ['mix', WIDTH, WIDTH],
  ['feed', WIDTH, FEED],
  ['back', FEED, WIDTH],
] as const;

export type Block = Record<(typeof BLOCK)[number][0], Quantised>;

/** Everything that was trained. After the characters come two codes more: that of a hidden (or superfluous) one and that of a gap. */
export interface CorrectorWeights {
  codes: Quantised;
  enter: Quantised;
  blocks: Block[];
  leave: Quantised;
  bias: Float32Array;
}

/** Reads the sections that model.py wrote; null when the file holds no corrector, an Error when it is of other sizes. */
export function unpackCorrector(
  sections: ReadonlyMap<string, Uint8Array>,
  characters: number,
): CorrectorWeights | null {
  if (!sections.has('corrector.codes')) return null;
  const bytes = (name: string): ArrayBuffer => {
    const found = sections.get(`corrector.${name}`);
    if (!found) throw new Error(`The model file lacks "corrector.${name}".`);
    return found.slice().buffer as ArrayBuffer;
  };
  const matrix = (name: string, rows: number, columns: number): Quantised => {
    const values = new Int8Array(bytes(name));
    const scales = new Float32Array(bytes(`${name}.scale`));
    if (values.length !== rows * columns || scales.length !== rows)
      throw new Error(`"corrector.${name}" of the model file is of another size.`);
    return { values, scales, columns };
  };
  const blocks: Block[] = [];
  while (sections.has(`corrector.${blocks.length}.attend`)) {
    const depth = blocks.length;
    const parts = BLOCK.map(([name, rows, columns]) => [name, matrix(`${depth}.${name}`, rows, columns)]);
    blocks.push(Object.fromEntries(parts) as Block);
  }
  return {
    codes: matrix('codes', characters + 2, CODE),
    enter: matrix('enter', CODE, WIDTH),
    blocks,
    leave: matrix('leave', WIDTH, CODE),
    bias: new Float32Array(bytes('bias')),
  };
}

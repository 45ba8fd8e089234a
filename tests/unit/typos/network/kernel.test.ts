import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { KERNEL_WASM, makeKernel } from '../../../../utils/typos/network/kernel';
import { plain } from '../../../../utils/typos/network/plain';

describe('the kernel', () => {
  it('is what its source assembles to', async () => {
    const assembler = await wabt();
    const source = readFileSync('tools/lexicon/network/kernel.wat', 'utf8');
    const { buffer } = assembler.parseWat('kernel.wat', source, { simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString('base64')).toBe(KERNEL_WASM);
  });

  it('multiplies, recurs, attends and the rest as plain loops do', () => {
    const numbers = (kernel: ReturnType<typeof plain>) => {
      const fill = (size: number, step: number) => {
        const room = kernel.room(size);
        for (let at = 0; at < size; at++) room[at] = Math.sin(at * step);
        return room;
      };
      const [x, y] = [fill(8 * 24, 0.7), kernel.room(8 * 16)];
      const values = Int8Array.from({ length: 24 * 16 }, (_, at) => 127 * Math.sin(at * 1.3));
      const scales = Float32Array.from({ length: 24 }, (_, at) => 0.01 + 0.001 * at);
      kernel.multiply(x, kernel.factor({ values, scales, columns: 16 }), y, 8);
      const [bias, state] = [fill(16, 0.4), kernel.room(8 * 8)];
      kernel.recur(y, bias, state, 8, 8);
      const [asked, heard] = [fill(8 * 48, 0.9), kernel.room(8 * 16)];
      const turns = { cos: fill(7 * 4, 0.3), sin: fill(7 * 4, 0.2), half: 4 };
      kernel.turn(asked, turns, 7, 4, 48);
      kernel.attend(asked, heard, 7, 2, 16);
      kernel.add(heard, asked, 7 * 16);
      const weighed = fill(3 * 16, 0.6);
      kernel.weigh(weighed, fill(16, 0.5), fill(16, 0.8), 2);
      kernel.square(x, 8 * 12);
      return [...y, ...state, ...asked, ...heard.subarray(0, 7 * 16), ...weighed, ...x];
    };
    const [fast, slow] = [
      numbers(makeKernel({ numbers: 2000, weights: 24 * 16, product: 8 * 24 })),
      numbers(plain()),
    ];
    for (const [at, value] of fast.entries()) expect(value).toBeCloseTo(slow[at]!, 2);
  });
});

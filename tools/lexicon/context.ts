import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Confusions } from '../../utils/typos/confusions';

/** Compiles and runs context/train.cpp; gives the weights in the order of utils/typos/context/weights.ts. */
export function trainContext(
  ids: Uint16Array,
  { start, other }: Confusions,
  vocabulary: number,
  millions: number,
): Float32Array {
  const work = mkdtempSync(join(tmpdir(), 'duwang-lexicon-'));
  const file = (name: string): string => join(work, name);
  try {
    writeFileSync(file('ids'), ids);
    writeFileSync(file('start'), start);
    writeFileSync(file('other'), other);
    const compiler = ['-O3', '-march=native', '-ffast-math', '-pthread', '-o', file('train')];
    execFileSync('g++', [...compiler, 'tools/lexicon/context/train.cpp']);
    const inputs = [file('ids'), file('start'), file('other'), String(vocabulary), String(millions)];
    execFileSync(file('train'), [...inputs, file('out')], { stdio: 'inherit' });
    return new Float32Array(new Uint8Array(readFileSync(file('out'))).buffer);
  } finally {
    rmSync(work, { recursive: true });
  }
}

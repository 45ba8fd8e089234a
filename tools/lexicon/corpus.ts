import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { normalise } from '../../utils/typos/normalise';

/** Every `HELD_OUT_EVERY`-th sentence is kept from the language model, to train and tune the scorer on. */
export const HELD_OUT_EVERY = 40;

export interface Corpus {
  /** Characters by id; id 0 is any other character, id 1 the sentence boundary. */
  characters: string[];
  /** All sentences but the held-out ones as ids, each ended by id 1. */
  ids: Uint16Array;
  /** The held-out sentences, normalised. */
  heldOut: string[];
}

/** Sentences of every file of `folder` (`*.txt` or `*.txt.xz`), with or without those named `*dev*`. */
export async function* sentences(folder: string, withDev = false): AsyncGenerator<string> {
  const files = readdirSync(folder).filter(
    (name) => /\.txt(\.xz)?$/.test(name) && (withDev || !name.includes('dev')),
  );
  for (const file of files.sort()) {
    const path = join(folder, file);
    const source = spawn(file.endsWith('.xz') ? 'xz' : 'cat', file.endsWith('.xz') ? ['-dc', path] : [path]);
    yield* createInterface({ input: source.stdout });
  }
}

/** Reads and numbers the corpus. Characters seen fewer than `rarest` times are left to id 0. */
export async function readCorpus(folder: string, rarest = 8): Promise<Corpus> {
  const byCode = new Uint32Array(65536);
  const heldOut: string[] = [];
  let codes = new Uint16Array(1 << 27);
  let length = 0;
  let line = 0;
  codes[length++] = 10;
  for await (const sentence of sentences(folder)) {
    const { text } = normalise(sentence);
    if (line++ % HELD_OUT_EVERY === 0) {
      heldOut.push(text);
      continue;
    }
    if (length + text.length + 1 > codes.length) codes = grown(codes);
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      codes[length++] = code;
      byCode[code]!++;
    }
    if (codes[length - 1] !== 10) codes[length++] = 10;
  }
  const known = [...byCode.keys()].filter(
    (code) => byCode[code]! >= rarest && code !== 10 && code !== 0xfffd,
  );
  known.sort((a, b) => byCode[b]! - byCode[a]!);
  const idOf = new Uint16Array(65536);
  idOf[10] = 1;
  known.slice(0, 8190).forEach((code, rank) => {
    idOf[code] = rank + 2;
  });
  const ids = codes.subarray(0, length);
  for (let at = 0; at < length; at++) ids[at] = idOf[ids[at]!]!;
  return {
    characters: ['', '\n', ...known.slice(0, 8190).map((code) => String.fromCharCode(code))],
    ids,
    heldOut,
  };
}

function grown(codes: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(codes.length * 2);
  larger.set(codes);
  return larger;
}

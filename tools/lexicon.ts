/**
 * `npm run lexicon -- CORPUS_FOLDER [OUT]`: builds the typo model (public/models/typos.bin) from a folder of
 * text, one sentence a line. Needs xz, Chromium with Noto CJK (for the glyphs) and g++ (for the window model).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSections, writeSections } from '../utils/typos/bytes';
import { type Confusions, gatherConfusions } from '../utils/typos/confusions';
import { loadKnowledge } from '../utils/typos/knowledge';
import { packScorer } from '../utils/typos/scorer';
import { packWindow } from '../utils/typos/window';
import { confusables } from './lexicon/confusables';
import { readCorpus } from './lexicon/corpus';
import { countNgrams } from './lexicon/count';
import { packConfusions, packLanguage } from './lexicon/pack';
import { prune } from './lexicon/prune';
import { scorerFor, thresholdsFor } from './lexicon/scorer';
import { smooth } from './lexicon/smooth';

/** Fewest occurrences of an n-gram of each length that are counted at all. */
const FEWEST = [1, 1, 2, 2, 2];
/** N-grams that stay: what fits in the extension (about 1.65 bytes each, zipped). */
const NGRAMS = 6_500_000;
/** How long the window model trains on one core. */
const WINDOW_SECONDS = Number(process.env.WINDOW_SECONDS ?? 1200);

const [folder, out = 'public/models/typos.bin'] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: npm run lexicon -- CORPUS_FOLDER [OUT]');
  process.exit(2);
}
const began = Date.now();
const log = (line: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`);

const { characters, ids, heldOut } = await readCorpus(folder);
log(
  `${ids.length} characters read, ${characters.length} different ones, ${heldOut.length} sentences held out`,
);
const source = await confusables(characters, 'tools/lexicon/data');
const confusions = gatherConfusions(source);
log(`${confusions.other.length} confusions`);
const levels = prune(smooth(countNgrams(ids, characters.length, FEWEST)), NGRAMS);
log(`n-grams kept: ${levels.map(({ word }) => word.length).join(', ')}`);
const sections = new Map([...packLanguage(characters, levels), ...packConfusions(source)]);
for (const [name, bytes] of packWindow(trainWindow(ids, confusions), characters.length))
  sections.set(name, bytes);
log('window model trained');
write(out, addScorer(sections));
log(`${out} written`);

/** Adds the scorer and the thresholds to a file that has everything else. */
function addScorer(all: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const knowledge = loadKnowledge(writeSections(all));
  const scorer = scorerFor(knowledge, heldOut, log);
  const thresholds = thresholdsFor({ ...knowledge, scorer }, heldOut, log);
  return new Map([
    ...all,
    ...packScorer(scorer),
    ['thresholds', new TextEncoder().encode(JSON.stringify(thresholds))],
  ]);
}

function trainWindow(text: Uint16Array, { start, other }: Confusions): Float32Array {
  const work = mkdtempSync(join(tmpdir(), 'duwang-lexicon-'));
  try {
    const file = (name: string): string => join(work, name);
    writeFileSync(file('ids'), text);
    writeFileSync(file('start'), start);
    writeFileSync(file('other'), other);
    execFileSync('g++', [
      '-O3',
      '-march=native',
      '-ffast-math',
      '-o',
      file('window'),
      'tools/lexicon/window.cpp',
    ]);
    const args = [
      file('ids'),
      file('start'),
      file('other'),
      String(characters.length),
      String(WINDOW_SECONDS),
      file('out'),
    ];
    execFileSync(file('window'), args, { stdio: 'inherit' });
    return new Float32Array(new Uint8Array(readFileSync(file('out'))).buffer);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function write(path: string, all: Map<string, Uint8Array>): void {
  const bytes = writeSections(all);
  readSections(bytes);
  writeFileSync(path, bytes);
}

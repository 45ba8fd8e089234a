/**
 * `npm run lexicon -- CORPUS_FOLDER [OUT] [--from corpus|confusions|language|context|words|corrector|scorer|arbiter|levels]`: builds the
 * typo model (public/models/typos.bin) from a folder of text, one sentence a line. Needs xz, Chromium with Noto CJK (for the
 * glyphs) and g++ (for the context model). Each stage is kept in .cache/lexicon; `--from` makes that one and all later ones anew.
 * The corrector is trained elsewhere: `--corrector-inputs FOLDER` writes what lexicon/corrector/train.py needs and ends there,
 * `--corrector FILE` takes what it made. Without that the corrector of the model that is there is kept.
 * `--proofread FILE` (any number of them) names sentences as people wrote them and as they should read: scorer and arbiter learn from
 * the first half of each what real errors are like.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSections, writeSections } from '../utils/typos/bytes';
import { type ConfusionSource, gatherConfusions } from '../utils/typos/confusions';
import { packContext } from '../utils/typos/context/weights';
import { loadKnowledge } from '../utils/typos/knowledge';
import { packScorer } from '../utils/typos/scorer';
import { confusables } from './lexicon/confusables';
import { trainContext } from './lexicon/context';
import { readCorpus } from './lexicon/corpus';
import { writeCorrectorInputs } from './lexicon/corrector/inputs';
import { takeCorrector } from './lexicon/corrector/take';
import { countNgrams } from './lexicon/count';
import { packIdioms } from './lexicon/idioms';
import { packConfusions, packLanguage } from './lexicon/pack';
import { readProofread, taught } from './lexicon/proofread';
import { prune } from './lexicon/prune';
import { arbiterFor, scorerFor, thresholdsFor } from './lexicon/scorer';
import { smooth } from './lexicon/smooth';
import { Stages } from './lexicon/stages';
import { packWords } from './lexicon/words';

/** Fewest occurrences of an n-gram of each length that are counted at all. */
const FEWEST = [1, 1, 2, 2, 2];
/** The dictionary of jieba. */
const DICTIONARY = 'node_modules/@node-rs/jieba/dict.txt';
/** N-grams that stay: what fits in the extension (about 1.65 bytes each, zipped). */
const NGRAMS = 4_600_000;
/** Millions of characters that the context model reads while it learns. */
const CONTEXT_MILLIONS = 100;

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    corrector: { type: 'string' },
    'corrector-inputs': { type: 'string' },
    proofread: { type: 'string', multiple: true, default: [] },
  },
});
const [folder, out = 'public/models/typos.bin'] = positionals;
if (!folder || (values.from && !Stages.all.includes(values.from))) {
  console.error(
    `Usage: npm run lexicon -- CORPUS_FOLDER [OUT] [--from ${Stages.all.join('|')}] [--proofread FILE]… [--corrector FILE | --corrector-inputs FOLDER]`,
  );
  process.exit(2);
}
const began = Date.now();
const log = (line: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`);
const stages = new Stages('.cache/lexicon', values.from ?? null, log);
const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const parsed = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

const corpus = await stages.run('corpus', async () => {
  const { characters, ids, heldOut } = await readCorpus(folder);
  log(
    `${ids.length} characters read, ${characters.length} different ones, ${heldOut.length} sentences held out`,
  );
  const bytes = new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength);
  return new Map([
    ['characters', text(characters)],
    ['heldOut', text(heldOut)],
    ['ids', bytes],
  ]);
});
const characters = parsed<string[]>(corpus.get('characters')!);
const heldOut = parsed<string[]>(corpus.get('heldOut')!);
const ids = (): Uint16Array => new Uint16Array(corpus.get('ids')!.slice().buffer);

const confusions = await stages.run(
  'confusions',
  async () => new Map([['source', text(await confusables(characters, 'tools/lexicon/data'))]]),
);
const source = parsed<ConfusionSource>(confusions.get('source')!);
const language = await stages.run('language', () => {
  const levels = prune(smooth(countNgrams(ids(), characters.length, FEWEST)), NGRAMS);
  log(`n-grams kept: ${levels.map(({ word }) => word.length).join(', ')}`);
  return packLanguage(characters, levels);
});
const context = await stages.run('context', () =>
  packContext(
    trainContext(ids(), gatherConfusions(source), characters.length, CONTEXT_MILLIONS),
    characters.length,
  ),
);
const words = await stages.run('words', () => packWords(characters, DICTIONARY));
const floor = new Map([...language, ...packConfusions(source), ...context, ...words]);
if (values['corrector-inputs']) {
  writeCorrectorInputs(values['corrector-inputs'], loadKnowledge(writeSections(floor)), ids());
  log(`${values['corrector-inputs']} written`);
  process.exit(0);
}
if (values.corrector) stages.forget('corrector');
const corrector = await stages.run('corrector', () =>
  takeCorrector(readFileSync(values.corrector ?? 'public/models/typos.bin'), language.get('characters')!),
);
const lessons = {
  sentences: heldOut,
  proofread: values.proofread.flatMap((file) => taught(readProofread(file))),
};
const scorer = await stages.run('scorer', async () =>
  packScorer(await scorerFor(writeSections(floor), lessons, log)),
);
const arbiter = await stages.run('arbiter', async () =>
  packScorer(await arbiterFor(writeSections([...floor, ...corrector, ...scorer]), lessons, log), 'arbiter'),
);
const levels = await stages.run('levels', () => {
  const knowledge = loadKnowledge(writeSections([...floor, ...corrector, ...scorer, ...arbiter]));
  const thresholds = thresholdsFor(knowledge, heldOut, log);
  return new Map([['thresholds', text(thresholds)]]);
});
const idioms = packIdioms(loadKnowledge(writeSections(floor)), DICTIONARY);
const file = writeSections([...floor, ...corrector, ...scorer, ...arbiter, ...levels, ...idioms]);
readSections(file);
writeFileSync(out, file);
log(`${out} written`);

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Engine } from '../../utils/typos/engine';
import type { Kind, Level, Suggestion } from '../../utils/typos/suggestion';
import { LEVELS } from '../../utils/typos/suggestion';
import { kept, readProofread } from '../lexicon/proofread';

const SETS = ['ec_odw_train', 'ec_law_train', 'cscd_dev', 'mc_textproof'];
/** The first half of these taught the scorer and the arbiter (tools/lexicon/README.md): the second half is measured. */
const TAUGHT_FROM: readonly string[] = ['ec_law_train', 'mc_textproof'];
const RULES: readonly Kind[] = ['term', 'variant', 'phrase', 'place', 'punctuation', 'date', 'sum'];

interface Tally {
  sentences: number;
  clean: number;
  characters: number;
  cleanFlagged: number;
  cleanAlarms: number;
  cleanCharacters: number;
  wrongSentences: number;
  changed: number;
  repaired: number;
  wrongCharacters: number;
  suggested: number;
  hit: number;
  byRules: number;
  byModel: number;
}

interface RealTypo {
  wrong: string;
  right: string;
  context: string;
  use: string;
}

/**
 * Prints, for every set of `../shared/data/typos` and the clean text, what each level finds and what it costs; `only` names some
 * of them (`clean`, `ec_odw_train` …, `real`).
 */
export function evaluateTypos(root: string, only: readonly string[] = []): void {
  const folder = join(root, '..', 'shared', 'data');
  if (!existsSync(join(folder, 'typos'))) {
    console.log('Skipped: the sets of typos are not beside this checkout (../shared/data/typos).');
    return;
  }
  const engine = createEngine(readFileSync(process.env.TYPO_MODEL ?? join(root, 'public/models/typos.bin')));
  const clean = execFileSync('xz', ['-dc', join(folder, 'corpus/official-text-clean-dev.txt.xz')], {
    maxBuffer: 1 << 28,
  });
  const sentences = clean.toString('utf8').split('\n').filter(Boolean);
  const sets: [string, [string, string][]][] = [
    ['clean official text', sentences.map((sentence) => [sentence, sentence])],
    ...SETS.map((name): [string, [string, string][]] => {
      const pairs = readProofread(join(folder, 'typos', `${name}.tsv`));
      return TAUGHT_FROM.includes(name) ? [`${name} (second half)`, kept(pairs)] : [name, pairs];
    }),
  ];
  const wanted = (name: string): boolean => only.length === 0 || only.some((one) => name.startsWith(one));
  for (const [name, pairs] of sets) {
    if (!wanted(name)) continue;
    const look = (level: Level): Suggestion[][] => pairs.map(([text]) => engine.check(text, { level }));
    const [quick, close] = [look('likely'), look('hint')];
    for (const level of LEVELS) {
      const found = level === 'hint' ? close : quick.map((all) => atLevel(all, level));
      report(name, level, count(pairs, found));
    }
  }
  if (wanted('real')) reportReal(engine, join(folder, 'typos/real-typos.jsonl'));
}

function atLevel(all: Suggestion[], level: Level): Suggestion[] {
  const shown = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
  return all.filter((suggestion) => shown.includes(suggestion.level));
}

/** The text with every suggestion followed; one without a replacement changes nothing. */
function followed(text: string, suggestions: Suggestion[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, right, wrong } of suggestions) {
    result += text.slice(at, start) + (right === '' ? wrong : right);
    at = end;
  }
  return result + text.slice(at);
}

function count(pairs: [string, string][], found: Suggestion[][]): Tally {
  const tally: Tally = {
    sentences: pairs.length,
    clean: 0,
    characters: 0,
    cleanFlagged: 0,
    cleanAlarms: 0,
    cleanCharacters: 0,
    wrongSentences: 0,
    changed: 0,
    repaired: 0,
    wrongCharacters: 0,
    suggested: 0,
    hit: 0,
    byRules: 0,
    byModel: 0,
  };
  pairs.forEach(([text, right], at) => {
    const suggestions = found[at]!;
    const result = followed(text, suggestions);
    tally.characters += text.length;
    for (const { kind } of suggestions) RULES.includes(kind) ? tally.byRules++ : tally.byModel++;
    if (text === right) {
      tally.clean++;
      tally.cleanCharacters += text.length;
      tally.cleanAlarms += suggestions.length;
      if (suggestions.length > 0) tally.cleanFlagged++;
    } else tally.wrongSentences++;
    if (result !== text) {
      tally.changed++;
      if (result === right) tally.repaired++;
    }
    if (result.length === text.length && right.length === text.length) {
      for (let place = 0; place < text.length; place++) {
        const wrong = text[place] !== right[place];
        if (wrong) tally.wrongCharacters++;
        if (result[place] === text[place]) continue;
        tally.suggested++;
        if (wrong && result[place] === right[place]) tally.hit++;
      }
    } else {
      // Lengths differ: the sentence counts as one error, found when it is repaired whole.
      if (text !== right) tally.wrongCharacters++;
      if (result !== text) tally.suggested++;
      if (result !== text && result === right) tally.hit++;
    }
  });
  return tally;
}

function report(name: string, level: Level, tally: Tally): void {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
  const f1 = (hit: number, said: number, gold: number): string => percent(2 * hit, said + gold);
  const sentence = `sentence P ${percent(tally.repaired, tally.changed)} R ${percent(tally.repaired, tally.wrongSentences)} F1 ${f1(tally.repaired, tally.changed, tally.wrongSentences)}`;
  const character = `character P ${percent(tally.hit, tally.suggested)} R ${percent(tally.hit, tally.wrongCharacters)} F1 ${f1(tally.hit, tally.suggested, tally.wrongCharacters)}`;
  const alarms = `clean: ${((1e4 * tally.cleanAlarms) / Math.max(1, tally.cleanCharacters)).toFixed(2)} per 10k characters, ${((100 * tally.cleanFlagged) / Math.max(1, tally.clean)).toFixed(2)} % of sentences`;
  const parts = tally.wrongSentences === 0 ? [alarms] : [sentence, character, alarms];
  console.log(
    `${name}, ${level}: ${parts.join('; ')}; hits by rules ${tally.byRules}, by the model ${tally.byModel}`,
  );
}

/** Real typos in their quoted context, or alone where none is quoted: is the right form the first suggestion? */
function reportReal(engine: Engine, file: string): void {
  const all = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RealTypo);
  const used = all.filter(({ use }) => use === 'literal' || use === 'boundary-guard');
  for (const level of LEVELS) {
    const right = used.filter((typo) => repairedReal(engine, typo, level)).length;
    console.log(
      `real typos, ${level}: ${right} of ${used.length} (${((100 * right) / used.length).toFixed(1)} %)`,
    );
  }
}

function repairedReal(engine: Engine, { wrong, right, context }: RealTypo, level: Level): boolean {
  // Where the wrong form is quoted as such, the sentence of its own is "我们 … 。".
  const plain = context.includes(wrong) ? context : `有关${wrong}的情况。`;
  return [plain, `有关${wrong}的情况。`].some((text) => {
    const suggestions = engine.check(text, { level });
    const at = text.indexOf(wrong);
    const inside = suggestions.filter(({ start, end }) => start < at + wrong.length && at < end);
    return inside.length > 0 && followed(text, inside).includes(right);
  });
}

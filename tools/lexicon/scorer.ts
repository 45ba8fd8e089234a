import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repairs } from '../../utils/typos/decide';
import type { Thresholds } from '../../utils/typos/knowledge';
import type { Knowledge } from '../../utils/typos/proposals';
import { Proposer } from '../../utils/typos/proposals';
import type { Scorer } from '../../utils/typos/scorer';
import { unpackExamples } from './examples';
import { seeded } from './noise';
import type { Proofread } from './proofread';
import { type Example, trainScorer } from './train';

const run = promisify(execFile);
/** Where tools/run.mjs puts tools/lexicon-examples.ts. */
const MAKER = '.cache/tools/lexicon-examples.mjs';

/** Of five held-out sentences four train the scorer and one fixes the thresholds. */
const FOLDS = 5;

interface Training {
  seed: number;
  /** Sentences to train on, at most. */
  sentences: number;
  /** How often errors are put into each of them. */
  rounds: number;
  epochs: number;
}
const SCORER: Training = { seed: 2024, sentences: 28_000, rounds: 1, epochs: 9 };
const ARBITER: Training = { seed: 2025, sentences: 60_000, rounds: 2, epochs: 8 };

/** Examples are made in so many processes. More would give other dice, and so another model. */
const PARTS = 2;

/**
 * What each level may cost on clean held-out sentences. They come from the corpus, which has errors of its own:
 * about every other "false" alarm there is a real error, so clean text sees fewer.
 */
const LIKELY_ALARMS_PER_10K = 1;
const SURE_SENTENCES_FLAGGED = 0.001;
/** A reviewer who looks closely wants to see what is right about one time in four. */
const HINT = -1;

/** What scorer and arbiter learn from, and each process that makes examples of a part of it. */
export interface Lessons {
  /** Clean sentences, to put errors into. */
  sentences: string[];
  /** Sentences as people wrote them. */
  proofread: Proofread[];
}

/** Trains the scorer; `file` is a model without one. Of the clean sentences one in five is left for {@link thresholdsFor}. */
export function scorerFor(file: Uint8Array, lessons: Lessons, log: (line: string) => void): Promise<Scorer> {
  return trained('scorer', file, lessons, SCORER, log);
}

/** Trains the arbiter, on what the scorer is in doubt about, on the same sentences spoilt in another way. */
export function arbiterFor(file: Uint8Array, lessons: Lessons, log: (line: string) => void): Promise<Scorer> {
  return trained('arbiter', file, lessons, ARBITER, log);
}

async function trained(
  learner: 'scorer' | 'arbiter',
  file: Uint8Array,
  { sentences: all, proofread }: Lessons,
  { seed, sentences: most, rounds, epochs }: Training,
  log: (line: string) => void,
): Promise<Scorer> {
  const sentences = all.filter((_, at) => at % FOLDS !== 0);
  const stride = Math.max(1, sentences.length / most);
  const used = sentences.filter((_, at) => Math.floor(at / stride) !== Math.floor((at - 1) / stride));
  execFileSync(process.execPath, ['tools/run.mjs', '--bundle', 'lexicon-examples']);
  const work = mkdtempSync(join(tmpdir(), 'duwang-examples-'));
  try {
    const model = join(work, 'model');
    writeFileSync(model, file);
    const parts = Array.from({ length: PARTS }, async (_, part) => {
      const [list, out] = [join(work, `${part}.json`), join(work, `${part}.examples`)];
      const own = <T>(all: T[]): T[] => all.filter((_, at) => at % PARTS === part);
      writeFileSync(
        list,
        JSON.stringify({ sentences: own(used), proofread: own(proofread) } satisfies Lessons),
      );
      await run(process.execPath, [MAKER, learner, model, list, `${seed + part}`, `${rounds}`, out]);
      return unpackExamples(readFileSync(out));
    });
    const examples = (await Promise.all(parts)).flat();
    const told = (some: Example[]): string =>
      `${some.length} (${some.filter(({ right }) => right).length} right)`;
    log(
      `${told(examples.filter(({ real }) => !real))} proposals for made errors, ${told(examples.filter(({ real }) => real))} for real ones`,
    );
    return trainScorer(examples, seeded(seed), epochs);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Fixes the levels on clean sentences that trained nothing: official ones, which the corpus lists last. */
export function thresholdsFor(
  knowledge: Knowledge,
  heldOut: string[],
  log: (line: string) => void,
): Thresholds {
  const proposer = new Proposer(knowledge);
  const sentences = heldOut.filter((_, at) => at % FOLDS === 0).slice(-9500);
  const characters = sentences.reduce((sum, { length }) => sum + length, 0);
  const perSentence = sentences.map((sentence) =>
    repairs(proposer, sentence, 0).map(({ proposal }) => proposal.logit),
  );
  const falling = (values: number[]): number[] => values.sort((a, b) => b - a);
  const all = falling(perSentence.flat());
  const tops = falling(perSentence.filter(({ length }) => length > 0).map((logits) => Math.max(...logits)));
  const likely = all[Math.floor((characters / 10_000) * LIKELY_ALARMS_PER_10K)] ?? 0;
  const sure = tops[Math.floor(sentences.length * SURE_SENTENCES_FLAGGED)] ?? likely;
  log(`thresholds from ${sentences.length} sentences: sure ${sure.toFixed(2)}, likely ${likely.toFixed(2)}`);
  return { sure, likely, hint: HINT };
}

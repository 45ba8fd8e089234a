import { repairs } from '../../utils/typos/decide';
import type { Thresholds } from '../../utils/typos/knowledge';
import { isHan } from '../../utils/typos/normalise';
import type { Knowledge, Proposal } from '../../utils/typos/proposals';
import { Proposer } from '../../utils/typos/proposals';
import type { Scorer } from '../../utils/typos/scorer';
import { makeExamples } from './examples';
import { Spoiler, seeded } from './noise';
import { trainScorer } from './train';

/** Of five held-out sentences four train the scorer and one fixes the thresholds. */
const FOLDS = 5;

interface Training {
  seed: number;
  /** Sentences to train on. */
  sentences: number;
  epochs: number;
}
const SCORER: Training = { seed: 2024, sentences: 28_000, epochs: 9 };
const ARBITER: Training = { seed: 2025, sentences: 60_000, epochs: 6 };

/**
 * What each level may cost on clean held-out sentences. They come from the corpus, which has errors of its own:
 * about every other "false" alarm there is a real error, so clean text sees fewer.
 */
const LIKELY_ALARMS_PER_10K = 1.7;
const SURE_SENTENCES_FLAGGED = 0.001;
/** A reviewer who looks closely wants to see what is right about one time in four. */
const HINT = -0.7;

/** Trains the scorer on spoilt held-out sentences. */
export function scorerFor(knowledge: Knowledge, heldOut: string[], log: (line: string) => void): Scorer {
  const tells = ({ features }: Proposal): number[] => features;
  return trained({ ...knowledge, scorer: null, arbiter: null }, heldOut, tells, SCORER, log);
}

/** Trains the arbiter, on what the scorer is in doubt about, on the same sentences spoilt in another way. */
export function arbiterFor(knowledge: Knowledge, heldOut: string[], log: (line: string) => void): Scorer {
  const tells = ({ evidence }: Proposal): number[] | null => evidence;
  return trained({ ...knowledge, arbiter: null }, heldOut, tells, ARBITER, log);
}

function trained(
  knowledge: Knowledge,
  heldOut: string[],
  tells: (proposal: Proposal) => number[] | null,
  { seed, sentences: most, epochs }: Training,
  log: (line: string) => void,
): Scorer {
  const { characters } = knowledge.model;
  const random = seeded(seed);
  const han = Uint8Array.from(characters, (character) => (character !== '' && isHan(character) ? 1 : 0));
  const spoiler = new Spoiler(knowledge.model, knowledge.confusions, han, random);
  const sentences = heldOut.filter((_, at) => at % FOLDS !== 0);
  const stride = Math.max(1, sentences.length / most);
  const used = sentences.filter((_, at) => Math.floor(at / stride) !== Math.floor((at - 1) / stride));
  const examples = makeExamples(used, new Proposer(knowledge), spoiler, random, tells);
  log(`${examples.length} proposals, ${examples.filter(({ right }) => right).length} of them right`);
  return trainScorer(examples, random, epochs);
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

/**
 * A part of `npm run lexicon`, which runs several side by side: makes examples for the scorer or the arbiter out of some sentences.
 * Usage: lexicon-examples scorer|arbiter MODEL WORK SEED ROUNDS OUT; WORK is a JSON {@link Lessons}, OUT gets {@link packExamples}.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadKnowledge } from '../utils/typos/knowledge';
import { isHan } from '../utils/typos/normalise';
import { type Proposal, Proposer } from '../utils/typos/proposals';
import { makeExamples, packExamples } from './lexicon/examples';
import { Spoiler, seeded } from './lexicon/noise';
import { proofreadExamples } from './lexicon/proofread';
import type { Lessons } from './lexicon/scorer';

const [, , learner = '', model = '', work = '', seed = '', rounds = '', out = ''] = process.argv;
const loaded = loadKnowledge(readFileSync(model));
const isScorer = learner === 'scorer';
const knowledge = { ...loaded, scorer: isScorer ? null : loaded.scorer, arbiter: null };
const tells = ({ features, evidence }: Proposal): number[] | null => (isScorer ? features : evidence);
const { characters } = knowledge.model;
const random = seeded(Number(seed));
const han = Uint8Array.from(characters, (character) => (character !== '' && isHan(character) ? 1 : 0));
const spoiler = new Spoiler(knowledge.model, knowledge.confusions, han, random);
const proposer = new Proposer(knowledge);
const { sentences, proofread } = JSON.parse(readFileSync(work, 'utf8')) as Lessons;
const made = Array.from({ length: Number(rounds) }, () =>
  makeExamples(sentences, proposer, spoiler, random, tells),
);
writeFileSync(out, packExamples([...made.flat(), ...proofreadExamples(proofread, proposer, tells)]));

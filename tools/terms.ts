/**
 * `npm run -s terms -- CORPUS_FOLDER`: holds every built-in term, phrase and idiom against clean text and prints
 * those that would light up in it, with how often and where first. Exits 1 when there are any (variants aside).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { loadKnowledge } from '../utils/typos/knowledge';
import { normalise } from '../utils/typos/normalise';
import { Proposer } from '../utils/typos/proposals';
import type { Suggestion } from '../utils/typos/suggestion';
import { findSlips } from '../utils/typos/terms/phrases';
import { TermTable } from '../utils/typos/terms/table';
import { TERMS } from '../utils/typos/terms/words';
import { sentences } from './lexicon/corpus';

const [folder] = process.argv.slice(2);
if (!folder || readdirSync(folder).length === 0) {
  console.error('Usage: npm run -s terms -- CORPUS_FOLDER');
  process.exit(2);
}
const table = new TermTable(TERMS);
const knowledge = loadKnowledge(readFileSync('public/models/typos.bin'));
const proposer = new Proposer(knowledge);
const hits = new Map<string, { count: number; first: string }>();
type Hit = Pick<Suggestion, 'wrong' | 'right' | 'start' | 'level'>;
const note = ({ wrong, right, start, level }: Hit, text: string): void => {
  if (level === 'hint') return;
  const key = `${wrong} → ${right}`;
  const known = hits.get(key);
  if (known) known.count++;
  else hits.set(key, { count: 1, first: text.slice(Math.max(0, start - 8), start + wrong.length + 8) });
};
for await (const sentence of sentences(folder, true)) {
  for (const suggestion of [...table.find(sentence), ...findSlips(sentence)]) note(suggestion, sentence);
  const { text } = normalise(sentence);
  for (const { start, idiom, level } of knowledge.idioms?.find(proposer.ids(text)) ?? []) {
    const wrong = text.slice(start, start + idiom.length);
    note({ wrong, right: proposer.textOf([...idiom]), start, level }, text);
  }
}
for (const [term, { count, first }] of [...hits].sort((a, b) => b[1].count - a[1].count)) {
  console.log(`${count}\t${term}\t${first}`);
}
process.exitCode = hits.size > 0 ? 1 : 0;

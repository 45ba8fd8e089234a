/**
 * `npm run -s terms -- CORPUS_FOLDER`: holds every built-in term and phrase against clean text and prints
 * those that would light up in it, with how often and where first. Exits 1 when there are any (variants aside).
 */
import { readdirSync } from 'node:fs';
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
const hits = new Map<string, { count: number; first: string }>();
const note = ({ wrong, right, start, level }: Suggestion, text: string): void => {
  if (level === 'hint') return;
  const key = `${wrong} → ${right}`;
  const known = hits.get(key);
  if (known) known.count++;
  else hits.set(key, { count: 1, first: text.slice(Math.max(0, start - 8), start + wrong.length + 8) });
};
for await (const sentence of sentences(folder, true)) {
  for (const suggestion of [...table.find(sentence), ...findSlips(sentence)]) note(suggestion, sentence);
}
for (const [term, { count, first }] of [...hits].sort((a, b) => b[1].count - a[1].count)) {
  console.log(`${count}\t${term}\t${first}`);
}
process.exitCode = hits.size > 0 ? 1 : 0;

/**
 * `npm run -s typos -- [--threshold X] [--level sure|likely|hint] FILE.txt`: checks a text file with the engine
 * and model of the extension. One JSON object per line: `{line, suggestions: [{start, end, wrong, right, score, kind}]}`
 * (UTF-16 offsets into that line).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CheckOptions, createEngine } from '../utils/typos/engine';
import { LEVELS, type Level } from '../utils/typos/suggestion';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { threshold: { type: 'string' }, level: { type: 'string' } },
});
const [file] = positionals;
const threshold = values.threshold === undefined ? undefined : Number(values.threshold);
const badThreshold = threshold !== undefined && !(threshold >= 0 && threshold <= 1);
const badLevel = values.level !== undefined && !LEVELS.includes(values.level as Level);
if (!file || badThreshold || badLevel) {
  console.error('Usage: npm run -s typos -- [--threshold 0…1] [--level sure|likely|hint] FILE.txt');
  process.exit(2);
}
const options: CheckOptions = { threshold, level: values.level as Level | undefined };
const engine = createEngine(readFileSync('public/models/typos.bin'));
const lines = readFileSync(file, 'utf8').split(/\r?\n/);
if (lines.at(-1) === '') lines.pop();
lines.forEach((text, at) => {
  const suggestions = engine
    .check(text, options)
    .map(({ start, end, wrong, right, score, kind }) => ({ start, end, wrong, right, score, kind }));
  process.stdout.write(`${JSON.stringify({ line: at + 1, suggestions })}\n`);
});

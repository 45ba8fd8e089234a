/**
 * `npm test`: sets up a fresh clone, then lint, types, unit, browser, contract, build and end to end. A failing step does not
 * stop the next one; the last line counts the tests of all steps.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, root, step } from './lib/step.mjs';
import { setUp } from './setup.mjs';

const reports = join(root, '.cache/tests');
const totals = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

function hold(title, command, args) {
  if (!step(title, bin(command), args)) broken.push(title);
}

/** Runs one Vitest project and adds its counts to the totals; no report or no test at all is a failure. */
function test(project) {
  const file = join(reports, `${project}.json`);
  rmSync(file, { force: true });
  hold(`${project} tests`, 'vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  totals.passed += report?.numPassedTests ?? 0;
  totals.failed += report?.numFailedTests ?? 0;
  totals.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  if (!report?.numTotalTests) broken.push(`${project} tests: none were run`);
}

mkdirSync(reports, { recursive: true });
broken.push(...setUp());
hold('lint', 'biome', ['check', '.']);
hold('types', 'tsc', ['--noEmit']);
test('unit');
test('browser');
test('contract');
hold('build for Chromium', 'wxt', ['build']);
hold('build for Firefox', 'wxt', ['build', '-b', 'firefox']);
test('e2e');

console.log(broken.length > 0 ? `\nNot in order:\n${broken.map((title) => `- ${title}`).join('\n')}` : '');
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = broken.length > 0 || totals.failed > 0 ? 1 : 0;

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong inside `root`, one line each; [] when nothing. */
export async function violations(page: Page, root: string): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(
    // biome-ignore lint/suspicious/noExplicitAny: axe is put into the page as a global
    (selector) => (globalThis as any).axe.run({ include: [[selector]] }),
    root,
  )) as AxeResults;
  // A run that looked at nothing finds nothing.
  expect(results.passes.length).toBeGreaterThan(8);
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  );
}

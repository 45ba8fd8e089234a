import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checksList } from '../../../tools/lib/checksList';
import { checks } from '../../../utils/checks/registry';

const root = process.cwd();
const folder = join(root, 'utils', 'checks');
/** Files of utils/checks that define a check: they export a `Check` by their own name. */
const files = readdirSync(folder).filter((file) => /export const \w+: Check = \{/.test(source(file)));

function source(file: string): string {
  return file.endsWith('.ts') ? readFileSync(join(folder, file), 'utf8') : '';
}

test('every check file is registered, once, under its own name', () => {
  expect(checks.map((c) => c.id).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
});

describe.each(checks.map((c) => c.id))('%s', (id) => {
  test.each(['zh_CN', 'en'])('has its words in %s', (locale) => {
    const words = parse(readFileSync(join(root, 'locales', `${locale}.yml`), 'utf8')) as {
      checks: Record<string, object>;
    };
    const own = words.checks[id]!;
    expect(own).toHaveProperty('name');
    const spoken = [...source(`${id}.ts`).matchAll(new RegExp(`'checks\\.${id}\\.([\\w.]+)'`, 'g'))].map(
      (m) => m[1]!,
    );
    for (const key of spoken) expect(own).toHaveProperty(key);
  });

  // Accounts are read by platform, not from a page of one's own making: their tests stand with the adapters.
  test.skipIf(id === 'accountUpdate')('has a page that passes and one that does not', () => {
    const pages = existsSync(join(root, 'tests/checks', id))
      ? readdirSync(join(root, 'tests/checks', id))
      : [];
    const html = pages.filter((file) => file.endsWith('.html'));
    expect(html.some((file) => file.startsWith('pass-'))).toBe(true);
    expect(html.some((file) => /^(?:fail|review)-/.test(file))).toBe(true);
    for (const file of html) expect(pages).toContain(file.replace(/html$/, 'json'));
  });
});

test('CHECKS.md lists them all (npm run new-check -- --list)', () => {
  expect(readFileSync(join(root, 'CHECKS.md'), 'utf8')).toBe(checksList(root));
});

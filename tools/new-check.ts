import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksList } from './lib/checksList';

/**
 * `npm run new-check -- NAME`: a check's file, its line in the registry, its words in both languages and a pass and a fail
 * fixture, all to be filled in. `npm run new-check -- --list` writes CHECKS.md anew.
 */
const root = process.cwd();
const name = process.argv[2] ?? '';
if (name === '--list') {
  writeFileSync(join(root, 'CHECKS.md'), checksList(root));
} else if (/^[a-z][a-zA-Z]+$/.test(name) && !existsSync(join(root, 'utils/checks', `${name}.ts`))) {
  create(name);
} else {
  console.error('npm run new-check -- NAME   (camelCase, not taken yet)\nnpm run new-check -- --list');
  process.exit(2);
}

function create(id: string): void {
  write(`utils/checks/${id}.ts`, source(id));
  edit('utils/checks/registry.ts', (text) =>
    text
      .replace(
        '\n/** The checks of an official',
        `import { ${id} } from './${id}';\n\n/** The checks of an official`,
      )
      .replace(/\n\];/, `\n  ${id},\n];`),
  );
  for (const locale of ['zh_CN', 'en']) {
    const words = `  ${id}:\n    name: ${id}\n    none: ${id}\n    fine: ${id}\n    wrong: ${id}\n`;
    edit(`locales/${locale}.yml`, (text) =>
      text.replace(/^checks:\n(?: {2}crashed:.*\n)?/m, (head) => head + words),
    );
  }
  mkdirSync(join(root, 'tests/checks', id), { recursive: true });
  for (const [kind, reason] of [
    ['pass', 'fine'],
    ['fail', 'wrong'],
  ] as const) {
    write(
      `tests/checks/${id}/${kind}-first.html`,
      '<!doctype html>\n<meta charset="utf-8">\n<title>…</title>\n',
    );
    write(
      `tests/checks/${id}/${kind}-first.json`,
      `${JSON.stringify({ now: '2024-05-20', reason }, null, 2)}\n`,
    );
  }
  console.log(`utils/checks/${id}.ts, its words in locales/ and its fixtures in tests/checks/${id}/ are yours to fill in.
Give it an indicator in utils/indicators/packs/, then: npm run format && npm run new-check -- --list`);
}

function source(id: string): string {
  return `import type { Check } from './check';
import { speaker } from './shared/outcome';

const outcome = speaker('${id}');

/** The question that this check answers. */
export const ${id}: Check = {
  id: '${id}',
  category: 'other',
  reads: ['blocks'],
  run({ blocks }) {
    if (blocks.length === 0) return outcome('notApplicable', 'none');
    return outcome('pass', 'fine');
  },
};
`;
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function edit(path: string, change: (text: string) => string): void {
  write(path, change(readFileSync(join(root, path), 'utf8')));
}

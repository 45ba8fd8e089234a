/**
 * `node tools/run.mjs NAME …`: bundles tools/NAME.ts (Node 20 runs no TypeScript) into .cache/tools and runs it.
 * With `--bundle` in front it only bundles: what runs for months should not carry the bundler along.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './lib/step.mjs';

const given = process.argv.slice(2);
const onlyBundle = given[0] === '--bundle';
const [name = '', ...args] = onlyBundle ? given.slice(1) : given;
const entry = join(root, 'tools', `${name}.ts`);
if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(entry)) {
  console.error(`There is no tools/${name}.ts to run.`);
  process.exit(2);
}

const outDir = join(root, '.cache/tools');
await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  build: {
    ssr: entry,
    outDir,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
  },
});
if (!onlyBundle) {
  process.argv = [process.argv[0], entry, ...args];
  await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
}

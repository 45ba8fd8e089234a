/** `node tools/run.mjs NAME …`: bundles tools/NAME.ts (Node 20 runs no TypeScript) into .cache/tools and runs it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './lib/step.mjs';

const [name = '', ...args] = process.argv.slice(2);
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
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);

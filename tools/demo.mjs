/**
 * `npm run -s demo -- --headless`: builds the extension where there is no build yet and replays the demo's quarter in a real
 * browser. Standard output is one line of JSON; everything else goes to standard error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { bin, root } from './lib/step.mjs';

const run = (command, args, stdout) =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] }).status === 0;

const built = existsSync(`${root}/.output/chrome-mv3/manifest.json`) || run(bin('wxt'), ['build'], 2);
const args = [`${root}/tools/run.mjs`, 'demo', ...process.argv.slice(2)];
process.exitCode = built && run(process.execPath, args, 'inherit') ? 0 : 1;

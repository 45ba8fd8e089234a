/**
 * `npm start`: sets up a fresh clone, builds the extension, and shows the demo in a browser. Without a display, or
 * with `--headless`, it makes the same tour by itself and leaves pictures, the CSV and a log in demo-output/.
 */
import { bin, root, step } from './lib/step.mjs';
import { setUp } from './setup.mjs';

const args = process.argv.slice(2);
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
if (noDisplay && !args.includes('--headless')) args.push('--headless');

const missing = setUp({ browsers: ['chromium'] });
if (missing.length > 0) {
  console.error(`\nThe demo cannot start:\n${missing.map((sentence) => `- ${sentence}`).join('\n')}`);
  process.exit(1);
}
const done =
  step('build the extension', bin('wxt'), ['build']) &&
  step('the demo', process.execPath, [`${root}/tools/run.mjs`, 'start', ...args], { minutes: 24 * 60 });
process.exitCode = done ? 0 : 1;

/**
 * Makes a fresh clone ready to build, start and test: dependencies, browsers, generated types. Plain Node without
 * dependencies, since nothing is installed yet; doing it again costs next to nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, hasChineseFont, missingPackages } from './lib/browsers.mjs';
import { bin, root, step } from './lib/step.mjs';

/**
 * Sets everything up and names the browsers in the environment (CHROMIUM, FIREFOX) for what runs next.
 * @param {{ browsers?: ('chromium' | 'firefox')[] }} needs the browsers without which there is no going on
 * @returns {string[]} sentences about what is missing; empty when all is ready
 */
export function setUp({ browsers = ['chromium', 'firefox'] } = {}) {
  const missing = [];
  if (!dependenciesCurrent() && !step('install dependencies (npm ci)', 'npm', ['ci'])) {
    missing.push('npm ci failed: the dependencies could not be installed.');
  }
  installFromDebian();
  for (const name of browsers) {
    const path = findBrowser(name);
    if (path) process.env[name.toUpperCase()] = path;
    else missing.push(`${name} was not found. Install it, or name its program in ${name.toUpperCase()}=…`);
  }
  if (existsSync(bin('wxt')) && !step('generate types (wxt prepare)', bin('wxt'), ['prepare'])) {
    missing.push('wxt prepare failed.');
  }
  return missing;
}

/** Whether every package of the lockfile is installed in its version (other platforms' binaries aside). */
function dependenciesCurrent() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(record);
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** Browsers and a Chinese font through apt, where there is an apt that we may use without a password. */
function installFromDebian() {
  const packages = missingPackages();
  const font = !hasChineseFont();
  if (packages.length === 0 && !font) return;
  const prefix = aptPrefix();
  if (!prefix) return;
  const apt = (title, ...args) =>
    step(title, prefix[0], [...prefix.slice(1), ...args], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  const install = (...names) =>
    apt(`install ${names.join(' ')}`, 'install', '-y', '--no-install-recommends', ...names);
  apt('update the package lists', 'update');
  if (packages.length > 0) install(...packages);
  if (font && !install('fonts-noto-cjk')) install('fonts-wqy-zenhei');
}

/** How apt-get is called with the rights to install, or null when it cannot be. */
function aptPrefix() {
  const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!works('apt-get', '--version')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return works('sudo', '-n', 'true') ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'] : null;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const missing = setUp();
  for (const sentence of missing) console.error(sentence);
  process.exitCode = missing.length > 0 ? 1 : 0;
}

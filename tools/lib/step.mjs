import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The repository's root. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * Runs a command in the repository with its output shown and no input, so that nothing can wait for a person.
 * @returns whether it succeeded
 */
export function step(title, command, args, { env = {}, minutes = 20 } = {}) {
  console.log(`\n== ${title}`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    timeout: minutes * 60_000,
    shell: process.platform === 'win32',
  });
  if (error) console.log(`${title}: ${error.message}`);
  return status === 0;
}

/** Path of a command that a dependency brings. */
export function bin(name) {
  return join(root, 'node_modules/.bin', name);
}

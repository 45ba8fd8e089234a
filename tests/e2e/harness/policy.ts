import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserKind, builds, type LaunchOptions } from './browser';

/** A policy that lies where a browser looks for it, what to launch the browser with, and the way to take it away. */
export interface Placed {
  options: Partial<LaunchOptions>;
  remove(): void;
}

/** Where Chromium on Linux reads an administrator's policies; it has no other place. */
export const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';

/**
 * Gives the extension a policy as an administrator does. Chromium's is for one copy of the extension only, named by its
 * folder, and touches no other browser of the machine. Null where the test may not write there.
 */
export function placePolicy(kind: BrowserKind, policy: object): Placed | null {
  const folder = mkdtempSync(join(tmpdir(), 'duwang-policy-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  if (kind === 'firefox') {
    const name = 'duwang@duwang.example';
    const place = join(folder, '.mozilla/managed-storage');
    mkdirSync(place, { recursive: true });
    const manifest = { name, description: 'policy', type: 'storage', data: policy };
    writeFileSync(join(place, `${name}.json`), JSON.stringify(manifest));
    return { options: { home: folder }, remove };
  }
  const build = join(folder, 'extension');
  cpSync(builds.chromium, build, { recursive: true });
  const id = unpackedId(build);
  const file = join(CHROMIUM_POLICIES, `duwang-test-${id}.json`);
  try {
    const made = mkdirSync(CHROMIUM_POLICIES, { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
    return {
      options: { build },
      remove() {
        rmSync(file, { force: true });
        if (made) removeEmpty(CHROMIUM_POLICIES, made);
        remove();
      },
    };
  } catch {
    remove();
    return null;
  }
}

/** The id that Chromium gives an unpacked extension: 16 bytes of its folder's SHA-256, in the letters a to p. */
function unpackedId(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** Removes folders from the innermost up to `top`, as long as nobody else has put something there. */
function removeEmpty(folder: string, top: string): void {
  try {
    rmdirSync(folder);
    if (folder !== top) removeEmpty(dirname(folder), top);
  } catch {
    // Somebody else's policy lies there now.
  }
}

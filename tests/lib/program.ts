import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join('.cache/tools', 'server.mjs');

/** The flags that `npm run server` gives Node. */
function flags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { server: string } };
  return scripts.server.split('&&').at(-1)!.match(/--\S+/g) ?? [];
}

/** Makes the server as a program of its own, as `npm run server` does. */
export function bundleServer(): void {
  if (spawnSync(process.execPath, ['tools/run.mjs', '--bundle', 'server'], { stdio: 'inherit' }).status !== 0)
    throw new Error('The server was not bundled.');
}

/** Starts the bundled server on a data folder, on a free port of loopback; resolves once it answers. */
export async function startServer(
  folder: string,
  options: { port?: number; stderr?: 'ignore' | 'pipe' } = {},
): Promise<{ url: string; child: ChildProcess }> {
  const { port = 0, stderr = 'ignore' } = options;
  const args = [...flags(), PROGRAM, '--data', folder, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', stderr] });
  const [url] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { url, child };
}

/** Runs a command of the server (`user add …`) to its end. */
export function serverCommand(args: string[], input = ''): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

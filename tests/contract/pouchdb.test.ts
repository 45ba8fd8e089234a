import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { couchdbTarget } from '../lib/couchdb';
import { contract } from './suite';

/** The package of the other server; its dependencies are installed by the first run. */
const peers = join(import.meta.dirname, '../../server/contract');
const program = join(peers, 'node_modules/pouchdb-server/bin/pouchdb-server');

contract('PouchDB Server with couchdb-setup', async () => {
  if (!existsSync(program)) {
    const args = ['ci', '--ignore-scripts', '--omit=optional'];
    const { status } = spawnSync('npm', args, { cwd: peers, stdio: 'inherit' });
    if (status !== 0) throw new Error('npm ci failed in server/contract');
  }
  const folder = mkdtempSync(join(tmpdir(), 'pouchdb-'));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ admins: { admin: 'secret' } }));
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [program, '--in-memory', '--port', String(port), '--no-stdout-logs'],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const url = `http://admin:secret@127.0.0.1:${port}/`;
  await answers(`http://127.0.0.1:${port}/`);
  return couchdbTarget(url, async () => {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function answers(url: string): Promise<void> {
  for (let time = 0; time < 300; time++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

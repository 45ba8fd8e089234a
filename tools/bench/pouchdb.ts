import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { entriesBy } from '../../tests/lib/entries';
import { endpointOf } from '../../utils/sync/endpoint';

const peers = resolve('server/contract');
const PORT = 5987;
const ADMIN = { user: 'admin', password: 'secret' };

/**
 * The same entries to PouchDB Server twice, into two empty databases: by PouchDB's replication and by our client. Null
 * where server/contract is not installed (`npm run contract` installs it).
 */
export async function besidePouchDb(count: number) {
  if (!existsSync(join(peers, 'node_modules/pouchdb-server'))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'pouchdb-'));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ admins: { [ADMIN.user]: ADMIN.password } }));
  const program = join(peers, 'node_modules/pouchdb-server/bin/pouchdb-server');
  const server = spawn(
    process.execPath,
    [program, '--in-memory', '--port', String(PORT), '--no-stdout-logs'],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  );
  try {
    const url = `http://127.0.0.1:${PORT}/`;
    while (
      !(await fetch(url).then(
        () => true,
        () => false,
      ))
    )
      await new Promise((done) => setTimeout(done, 200));
    const authorization = `Basic ${btoa(`${ADMIN.user}:${ADMIN.password}`)}`;
    for (const name of ['replicated', 'pushed'])
      await fetch(url + name, { method: 'PUT', headers: { authorization } });
    const entries = entriesBy(ADMIN.user, count);

    const need = createRequire(join(peers, 'package.json'));
    const PouchDB = need('pouchdb-core')
      .plugin(need('pouchdb-adapter-memory'))
      .plugin(need('pouchdb-adapter-http'))
      .plugin(need('pouchdb-replication'));
    const local = new PouchDB('local', { adapter: 'memory' });
    await local.bulkDocs(entries);
    const remote = `http://${ADMIN.user}:${ADMIN.password}@127.0.0.1:${PORT}/replicated`;
    const replicationMs = await timed(() =>
      local.replicate.to(new PouchDB(remote, { skip_setup: true }), { batch_size: 200 }),
    );

    const endpoint = endpointOf({ url, team: 'pushed', ...ADMIN }, { fetch });
    const pushMs = await timed(async () => {
      for (let start = 0; start < count; start += 200) await endpoint.push(entries.slice(start, start + 200));
    });
    return { replicationMs, pushMs, ratio: Math.round((replicationMs / pushMs) * 10) / 10 };
  } finally {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
}

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appOf } from '../../server/app';
import { blobsIn } from '../../server/blobs';
import { epochOf, openDatabase } from '../../server/database';
import { metricsSince } from '../../server/metrics';
import { teamsIn } from '../../server/teams';
import { usersIn } from '../../server/users';
import { sha256Blob } from '../../utils/findings/sha256';
import { endpointOf } from '../../utils/sync/endpoint';
import { dataFolder, PASSWORD } from '../lib/endpoint';
import { entriesBy } from '../lib/entries';
import { bundleServer, serverCommand, startServer } from '../lib/program';

/** The server as people run it: a program of its own, looked after by its commands. */
describe('the server’s program', () => {
  let folder: string;
  beforeAll(bundleServer);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duwang-'));
    return () => rmSync(folder, { recursive: true, force: true });
  });

  const command = (args: string[], input = '') => serverCommand([...args, '--data', folder], input);
  const endpoint = (url: string, user = '王检查', password = PASSWORD) =>
    endpointOf({ url, team: 'gov', user, password }, { fetch });

  it('makes users with the password given or a new one, and says so where something is wrong', async () => {
    expect(command(['user', 'add', '王检查', '--team', 'gov'], `${PASSWORD}\n`).status).toBe(0);
    const made = command(['user', 'add', 'li', '--team', 'gov', '--role', 'reader']);
    const [, password] = /^li: (\S{4}-\S{4}-\S{4}-\S{4})$/m.exec(made.output) ?? [];
    expect(command(['user', 'list']).output).toBe('li\tgov\treader\n王检查\tgov\treviewer\n');
    const { url, child } = await startServer(folder);
    expect(await endpoint(url).about()).toMatchObject({ body: { duwang: { role: 'reviewer' } } });
    expect(await endpoint(url, 'li', password).about()).toMatchObject({
      body: { duwang: { role: 'reader' } },
    });
    child.kill();
    await once(child, 'exit');
    expect(command(['user', 'add', 'x', '--team', 'Gov!'])).toMatchObject({ status: 1 });
    expect(command(['user', 'add', 'x', '--team', 'gov', '--role', 'king']).output).toContain('Not a role');
    expect(command(['user', 'remove', 'nobody']).output).toContain('There is no user nobody');
    expect(command(['nonsense']).status).toBe(2);
  });

  it('binds to loopback unless told', async () => {
    const { url, child } = await startServer(folder);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    child.kill();
    await once(child, 'exit');
  });

  it('answers what was asked before it stops, and leaves one whole file', async () => {
    await command(['user', 'add', '王检查', '--team', 'gov'], `${PASSWORD}\n`);
    const { url, child } = await startServer(folder, { stderr: 'pipe' });
    const log = text(child.stderr!);
    await endpoint(url).about();
    const entries = entriesBy('王检查', 200);
    const pushed = endpoint(url)
      .push(entries)
      .then(
        (verdicts) => [...verdicts.values()].filter((verdict) => verdict === 'held').length,
        () => 0,
      );
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    const held = await pushed;
    const db = openDatabase(folder);
    const kept = teamsIn(db).counts('gov').entries;
    db.close();
    // All or none, and never less than it said.
    expect([0, 200]).toContain(kept);
    expect(kept).toBeGreaterThanOrEqual(held);
    const events = (await log)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    expect(events.at(0)!.event).toBe('started');
    expect(events.at(-1)!.event).toBe('stopped');
    expect(await log).not.toContain(PASSWORD);
  });

  it('is backed up and purged while it runs', async () => {
    command(['user', 'add', '王检查', '--team', 'gov'], `${PASSWORD}\n`);
    const { url, child } = await startServer(folder);
    const entries = entriesBy('王检查', 20);
    await endpoint(url).push(entries);
    const blob = new Blob(['a picture with a secret']);
    const sha = await sha256Blob(blob);
    await endpoint(url).putBlob(sha, blob);
    const copy = join(folder, 'copy.db');
    expect(command(['backup', copy])).toMatchObject({ status: 0 });
    expect(command(['backup', copy])).toMatchObject({ status: 1 });
    const [gone] = entries;
    const purge = (id: string) => command(['purge', id, '--team', 'gov', '--reason', '第12号函']);
    expect(command(['purge', gone!._id, '--team', 'gov']).output).toContain('--reason is missing');
    expect(purge(gone!._id).status).toBe(0);
    expect(purge(`sha256-${sha}`).status).toBe(0);
    expect(purge(gone!._id).output).toContain('gov has no');
    const { documents } = await endpoint(url).changes(null, 100);
    expect(documents).toContainEqual({ _id: gone!._id, _deleted: true });
    expect(documents).toHaveLength(20);
    expect(await endpoint(url).getBlob(sha)).toBeNull();
    child.kill();
    await once(child, 'exit');
  });
});

describe('a server whose disk is full', () => {
  it('says so, keeps what it had, and goes on when there is room', async () => {
    const folder = await dataFolder([['王检查', 'gov', 'reviewer']]);
    const db = openDatabase(folder);
    const app = appOf({
      teams: teamsIn(db),
      blobs: blobsIn(db),
      users: usersIn(db, Date.now),
      epoch: epochOf(db),
      log: () => {},
      metrics: metricsSince(Date.now()),
      now: Date.now,
    });
    const through: typeof fetch = async (input, init) => app.fetch(new Request(input as string, init), {});
    const account = { url: 'http://127.0.0.1/', team: 'gov', user: '王检查', password: PASSWORD };
    const wang = endpointOf(account, { fetch: through });
    const before = entriesBy('王检查', 50);
    await wang.push(before);
    // SQLite gives SQLITE_FULL once its file may not grow, as it does when the disk has no room.
    const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
    db.pragma(`max_page_count = ${pages + 5}`);
    const refused = entriesBy('王检查', 1_000);
    await expect(wang.push(refused)).rejects.toMatchObject({ kind: 'server' });
    const blob = new Blob([new Uint8Array(2_000_000)]);
    const sha = await sha256Blob(blob);
    await expect(wang.putBlob(sha, blob)).rejects.toMatchObject({ kind: 'server' });
    expect((await wang.changes(null, 1_000)).documents).toEqual(before);
    db.pragma('max_page_count = 1000000');
    await wang.push(refused);
    await wang.putBlob(sha, blob);
    expect(await wang.missing([sha])).toEqual([]);
    expect(teamsIn(db).counts('gov').entries).toBe(1_050);
    db.close();
    rmSync(folder, { recursive: true });
  });
});

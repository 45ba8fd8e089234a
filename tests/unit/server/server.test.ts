import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobsIn } from '../../../server/blobs';
import { backUp, FILE, openDatabase } from '../../../server/database';
import { rateLimit } from '../../../server/rate';
import { teamsIn } from '../../../server/teams';
import { usersIn } from '../../../server/users';
import { sha256Blob } from '../../../utils/findings/sha256';
import { endpointOf } from '../../../utils/sync/endpoint';
import { PASSWORD, startEndpoint } from '../../lib/endpoint';
import { entriesBy } from '../../lib/entries';

let server: Awaited<ReturnType<typeof startEndpoint>>;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2024, 3, 18, 1);
  server = await startEndpoint(
    [
      ['王检查', 'gov', 'reviewer'],
      ['zhao', 'other', 'reviewer'],
    ],
    () => clock,
  );
});
afterEach(() => server.stop());

const endpoint = () => endpointOf(server.account('王检查'), { fetch });

function get(path: string, { user = '王检查', password = PASSWORD, accept = '*/*', ...init } = {}) {
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return fetch(server.url + path, { ...init, headers: { authorization: `Basic ${basic}`, accept } });
}

describe('who may come in', () => {
  it('nobody without a password, and a program is never made to ask for one', async () => {
    const bare = await fetch(`${server.url}/gov`);
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, null]);
    const page = await fetch(server.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('www-authenticate')).toContain('charset="UTF-8"');
  });

  it('slows down who guesses, and lets the right password through later', async () => {
    const status = async (password: string) => (await get('/gov', { password })).status;
    const tried: number[] = [];
    for (let time = 0; time < 12; time++) tried.push(await status(`wrong ${time}`));
    expect(tried).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect((await get('/gov')).headers.get('retry-after')).toBe('30');
    expect((await get('/other', { user: 'zhao' })).status).toBe(200);
    clock += 31_000;
    expect(await status(PASSWORD)).toBe(200);
  });

  it('forgets a password at once when it was changed or the user taken away', async () => {
    expect((await get('/gov')).status).toBe(200);
    const db = openDatabase(server.data);
    await usersIn(db, Date.now, { N: 16, r: 8, p: 1 }).set('王检查', 'another password');
    expect((await get('/gov')).status).toBe(401);
    expect((await get('/gov', { password: 'another password' })).status).toBe(200);
    usersIn(db, Date.now).remove('王检查');
    expect((await get('/gov', { password: 'another password' })).status).toBe(401);
    db.close();
  });

  it('keeps passwords as scrypt hashes that take long to guess', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duwang-'));
    const db = openDatabase(folder);
    const users = usersIn(db, Date.now);
    await users.set('li', PASSWORD);
    const { hash } = db.prepare('SELECT hash FROM users').get() as { hash: string };
    expect(hash).toMatch(/^scrypt\$16384\$8\$5\$[\w+/=]{24}\$[\w+/=]{44}$/);
    expect(await users.verify('li', PASSWORD)).toBe(true);
    expect(await users.verify('li', `${PASSWORD} `)).toBe(false);
    await expect(users.set('a:b', PASSWORD)).rejects.toThrow('Not a user name');
    await expect(users.set('li', 'short')).rejects.toThrow('8 characters');
    expect(statSync(join(folder, FILE)).mode & 0o077).toBe(0);
    db.close();
    rmSync(folder, { recursive: true });
  });

  it('limits requests by bucket', () => {
    const limit = rateLimit({ burst: 2, perSecond: 0.5 }, () => clock);
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 2, 0]);
    clock += 2_000;
    expect([limit.peek('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 2]);
  });
});

describe('what is kept', () => {
  it('has a limit on entries, batches and blobs', async () => {
    const [entry] = entriesBy('王检查', 1);
    const large = await fetch(`${server.url}/gov/_bulk_docs`, {
      method: 'POST',
      headers: (await authorized()).headers,
      body: JSON.stringify({ docs: [entry, 'x'.repeat(9_000_000)] }),
    });
    expect(large.status).toBe(413);
    const blob = new Blob([new Uint8Array(20_000_001)]);
    await expect(endpoint().putBlob(await sha256Blob(blob), blob)).rejects.toMatchObject({
      kind: 'tooLarge',
    });
    for (const body of ['', '{', '[]', '{"docs":1}', 'null']) {
      const { status } = await fetch(`${server.url}/gov/_bulk_docs`, {
        method: 'POST',
        ...(await authorized()),
        body,
      });
      expect([body, status]).toEqual([body, 400]);
    }
    const nonsense = { docs: [null, 1, 'x', [], {}, { _id: 7 }] };
    const answer = await fetch(`${server.url}/gov/_bulk_docs`, {
      method: 'POST',
      ...(await authorized()),
      body: JSON.stringify(nonsense),
    });
    const rows = (await answer.json()) as { error: string }[];
    expect(rows.map((row) => row.error)).toEqual(Array(6).fill('forbidden'));
  });

  it('is erased where the law asks for it, and cannot come back', async () => {
    const [entry, other] = entriesBy('王检查', 2);
    const secret = '身份证号 110101199003070000';
    const blob = new Blob([secret], { type: 'image/png' });
    const sha = await sha256Blob(blob);
    await endpoint().push([entry!, other!]);
    await endpoint().putBlob(sha, blob);
    const db = openDatabase(server.data);
    expect(teamsIn(db).purge('gov', entry!._id, '第12号函', '2024-04-18')).toBe(true);
    expect(teamsIn(db).purge('gov', entry!._id, '第12号函', '2024-04-18')).toBe(false);
    expect(blobsIn(db).purge('gov', sha, '第12号函', '2024-04-18')).toBe(true);
    db.close();
    expect((await endpoint().push([entry!])).get(entry!._id)).toBe('held');
    const { documents } = await endpoint().changes(null, 10);
    expect(documents).toEqual([other, { _id: entry!._id, _deleted: true }]);
    await endpoint().putBlob(sha, blob);
    expect(await endpoint().getBlob(sha)).toBeNull();
  });

  it('is copied while in use, into a file with a history of its own', async () => {
    await endpoint().push(entriesBy('王检查', 10));
    const db = openDatabase(server.data);
    const file = join(server.data, 'copy.db');
    backUp(db, file);
    expect(() => backUp(db, file)).toThrow('exists already');
    expect(teamsIn(db).counts('gov')).toMatchObject({ entries: 10, findings: 10 });
    db.close();
    const { since } = await endpoint().changes(null, 3);
    await expect(endpoint().changes(`3-${'0'.repeat(12)}`, 3)).rejects.toMatchObject({ kind: 'anew' });
    expect((await endpoint().changes(since, 100)).documents).toHaveLength(7);
  });

  it('never appears in the log', async () => {
    const entries = entriesBy('王检查', 1);
    await endpoint().push(entries);
    await endpoint().changes(null, 10);
    const text = JSON.stringify(server.events);
    expect(server.events.filter((event) => event.event === 'request')).toHaveLength(2);
    for (const secret of [PASSWORD, entries[0]!._id, 'yunhe-demo.gov.cn', '爱国卫生'])
      expect(text).not.toContain(secret);
  });

  async function authorized() {
    const basic = Buffer.from(`王检查:${PASSWORD}`).toString('base64');
    return { headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' } };
  }
});

describe('the page for people', () => {
  it('shows the reader’s own teams, in Chinese unless English is asked for', async () => {
    await endpoint().push(entriesBy('王检查', 3));
    const html = await (await get('/', { accept: 'text/html' })).text();
    expect(html).toContain('读网同步服务');
    expect(html).toContain('gov');
    expect(html).not.toContain('other');
    expect(html).not.toContain('<script');
  });

  it('exports the ledger as the extension does, own teams only', async () => {
    const [entry] = entriesBy('王检查', 1);
    await endpoint().push([entry!]);
    const response = await get('/_export/gov.csv');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [row] = parse<Record<string, string>>(bytes.toString('utf8').slice(1), { header: true }).data;
    expect(row).toMatchObject({ 序号: '1', 页面链接: entry!.fields.url, 检查人: '王检查', 状态: '待核' });
    expect((await get('/_export/other.csv')).status).toBe(403);
    expect((await get('/_export/none.csv')).status).toBe(403);
  });

  it('tells a supervisor that all is well, without a name', async () => {
    expect(await (await fetch(`${server.url}/_up`)).json()).toEqual({ status: 'ok' });
    await endpoint().push(entriesBy('王检查', 3));
    const metrics = await (await fetch(`${server.url}/_metrics`)).text();
    expect(metrics).toContain('duwang_entries_stored_total 3');
    expect(metrics).not.toMatch(/gov|王检查/);
  });
});

it('holds the validation function of CouchDB to what the embedded endpoint accepts', async () => {
  const source = readFileSync('server/couchdb/validate.js', 'utf8').replace('@team@', 'gov');
  const validate = new Function(`return ${source.slice(source.indexOf('(function'))}`)() as (
    doc: object,
    old: object | null,
    user: object,
  ) => void;
  const user = { name: '王检查', roles: ['gov:reviewer'] };
  const reason = (doc: object, old: object | null = null, as: object = user) => {
    try {
      validate(doc, old, as);
      return 'accepted';
    } catch (refusal) {
      return (refusal as { forbidden: string }).forbidden;
    }
  };
  const entries = entriesBy('王检查', 200, '𠮷😀é"\\\u0001');
  for (const entry of entries) expect(reason(entry)).toBe('accepted');
  const [entry] = entries;
  expect(reason({ ...entry, fields: {} })).toBe('id is not the hash of the content');
  expect(reason(entry!, null, { ...user, name: 'li' })).toBe('author is not the user');
  expect(reason(entry!, null, { ...user, roles: ['gov:reader', 'other:reviewer'] })).toBe(
    'readers do not write',
  );
  expect(reason(entry!, entry!)).toBe('conflict');
  expect(reason({ _id: entry!._id, _deleted: true })).toBe('entries are never deleted');
  expect(reason({ _id: '_design/x' }, null, { name: 'a', roles: ['_admin'] })).toBe('accepted');
  expect(reason({ _id: '_design/x' })).toBe('neither an entry nor a blob');
  const blob = { _id: `sha256-${'0'.repeat(64)}`, _attachments: { blob: {} } };
  expect(reason(blob)).toBe('accepted');
  expect(reason({ ...blob, _attachments: { other: {} } })).toBe('a blob has one attachment, `blob`');
  expect(reason({ ...blob, note: 'x' })).toBe('a blob has no members');
});

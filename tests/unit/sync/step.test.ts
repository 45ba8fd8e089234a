import 'fake-indexeddb/auto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, FILE, openDatabase } from '../../../server/database';
import { serve } from '../../../server/serve';
import type { Entry } from '../../../utils/findings/entry';
import { openStore, type Store } from '../../../utils/findings/store';
import { backoff } from '../../../utils/sync/backoff';
import { type Account, endpointOf } from '../../../utils/sync/endpoint';
import { exclusively, runSync } from '../../../utils/sync/run';
import { startEndpoint } from '../../lib/endpoint';

let server: Awaited<ReturnType<typeof startEndpoint>>;
let store: Store;
let account: Account;
let author: string;
let clock: number;

beforeEach(async () => {
  server = await startEndpoint([
    ['王检查', 'gov', 'reviewer'],
    ['li', 'gov', 'reviewer'],
  ]);
  account = server.account('王检查');
  author = '王检查';
  clock = Date.UTC(2024, 3, 18, 1);
  store = await openStore({ author: () => author, now: () => clock, name: crypto.randomUUID() });
});
afterEach(async () => {
  await store.close();
  await server.stop();
});

async function record(count: number, from = 0): Promise<string[]> {
  const ids: string[] = [];
  for (let page = from; page < from + count; page++) {
    const fields = { url: `http://www.yunhe-demo.gov.cn/${page}.html` };
    const { finding } = await store.record({ fields, time: '', outcomes: [], screenshot: null });
    ids.push(finding.id);
  }
  return ids;
}

function sync(through: typeof fetch = fetch, budget = 60_000) {
  const endpoint = endpointOf(account, { fetch: through });
  const env = { exchange: store.exchange, endpoint, account, now: () => clock, random: () => 0.5 };
  return runSync(env, (work) => work(), budget);
}

const answering = (status: number, body: unknown, headers = {}) =>
  (async () => Response.json(body, { status, headers })) as typeof fetch;

/** Lets the endpoint answer itself, unless a batch holds what it is to choke on. */
function choking(
  isBad: (entry: Entry) => boolean,
  status: number,
): { through: typeof fetch; batches: number[] } {
  const batches: number[] = [];
  const through: typeof fetch = async (url, init) => {
    if (!String(url).endsWith('_bulk_docs')) return fetch(url, init);
    const { docs } = JSON.parse(String(init!.body)) as { docs: Entry[] };
    batches.push(docs.length);
    return docs.some(isBad) ? Response.json({ error: 'no', reason: 'x' }, { status }) : fetch(url, init);
  };
  return { through, batches };
}

describe('what the endpoint does not take', () => {
  it.each([413, 400])('is found by halving (%i), kept and shown, and blocks nothing', async (status) => {
    const ids = await record(30);
    const bad = new Set([ids[3], ids[17], ids[29]]);
    const { through } = choking((entry) => bad.has(entry.finding), status);
    expect(await sync(through)).toEqual({ kind: 'done' });
    const { waiting, refused } = await store.exchange.traffic();
    expect(waiting.size).toBe(0);
    expect(new Set(refused.keys())).toEqual(bad);
    expect(refused.get(ids[3]!)!.key).toBe(`sync.problems.${status === 413 ? 'tooLarge' : 'rejected'}`);
    expect(await store.list()).toHaveLength(30);
    await store.exchange.retryRefused();
    expect(await sync()).toEqual({ kind: 'done' });
    expect((await store.exchange.traffic()).refused.size).toBe(0);
  });

  it('is shown when it is signed by another name than the one signed in with', async () => {
    author = '别的名字';
    const [mine] = await record(1);
    author = '王检查';
    await record(1, 1);
    expect(await sync()).toEqual({ kind: 'done' });
    const { refused } = await store.exchange.traffic();
    expect([...refused]).toEqual([[mine, { key: 'sync.refusal.author', args: ['别的名字'] }]]);
  });
});

describe('an endpoint in trouble', () => {
  it('is left alone for as long as it asks, then everything goes through', async () => {
    await record(3);
    const busy = answering(429, { error: 'busy' }, { 'retry-after': '120' });
    const next = await sync(busy);
    expect(next).toEqual({ kind: 'later', ms: expect.closeTo(126_000, -3) });
    expect(await store.exchange.state()).toMatchObject({
      failures: 1,
      problem: { key: 'sync.problems.busy' },
    });
    clock += 60_000;
    expect(await sync()).toMatchObject({ kind: 'later' });
    clock += 70_000;
    expect(await sync()).toEqual({ kind: 'done' });
    expect(await store.exchange.state()).toMatchObject({
      failures: 0,
      problem: null,
      doneAt: new Date(clock).toISOString(),
    });
  });

  it.each([
    [401, { error: 'unauthorized' }, 'password'],
    [403, { error: 'forbidden' }, 'noRight'],
    [404, { error: 'not_found' }, 'noTeam'],
    [500, 'broken', 'server'],
    [302, null, 'notEndpoint'],
    [200, 'Sign in to the network', 'notEndpoint'],
  ])('answering %i %j is named, and nothing is lost', async (status, body, kind) => {
    await record(2);
    expect(await sync(answering(status, body))).toMatchObject({ kind: 'later' });
    expect(await store.exchange.state()).toMatchObject({ problem: { key: `sync.problems.${kind}` } });
    expect((await store.exchange.traffic()).waiting.size).toBe(2);
  });

  it('does not stop the exchange for years when the clock was set back', async () => {
    await record(1);
    clock += 10 * 365 * 86_400_000;
    await sync(answering(500, {}));
    clock -= 10 * 365 * 86_400_000;
    expect(await sync()).toEqual({ kind: 'done' });
  });

  it('that promises more but gives nothing does not keep the worker running', async () => {
    let asked = 0;
    const empty: typeof fetch = async () => {
      asked++;
      return Response.json({ results: [], last_seq: 'x', pending: 5 });
    };
    expect(await sync(empty)).toEqual({ kind: 'done' });
    expect(asked).toBe(1);
  });

  it('is waited for longer and longer, each client differently', () => {
    expect([1, 2, 3, 12, 400].map((failures) => backoff(failures, null, 1))).toEqual([
      2_000, 4_000, 8_000, 1_800_000, 1_800_000,
    ]);
    expect(backoff(3, null, 0)).toBe(4_000);
    expect(backoff(1, 10 * 3_600_000, 0)).toBe(3_600_000);
  });
});

describe('the store and the feed', () => {
  it('keep a page and its position together: a page that cannot be written is asked for again', async () => {
    const other = await openStore({ author: () => 'li', now: () => clock, name: crypto.randomUUID() });
    await other.record({ fields: { url: 'http://b.gov.cn/' }, time: '', outcomes: [], screenshot: null });
    const li = server.account('li');
    const env = {
      exchange: other.exchange,
      endpoint: endpointOf(li, { fetch }),
      account: li,
      now: () => clock,
      random: () => 0,
    };
    await runSync(env, (work) => work(), 60_000);
    await other.close();

    await sync(answering(500, {}));
    clock += 86_400_000;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === 'findings') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args as never);
    };
    const next = await sync().finally(() => {
      IDBObjectStore.prototype.put = put;
    });
    expect(next).toMatchObject({ kind: 'later' });
    const problem = { key: 'findings.errors.quota' };
    expect(await store.exchange.state()).toMatchObject({ since: null, problem });
    clock += 3_600_000;
    expect(await sync()).toEqual({ kind: 'done' });
    expect(await store.list()).toHaveLength(1);
  });

  it('leave out what a server made up, and take the rest of the page', async () => {
    const [id] = await record(1);
    const [entry] = await store.entriesOf(id!);
    const forged = { ...entry!, fields: { note: 'made up' } };
    const results = [{ doc: forged }, { doc: null }, {}, { doc: { _id: '_design/duwang' } }];
    await sync(async (url, init) =>
      String(url).includes('_changes')
        ? Response.json({ results, last_seq: 4, pending: 0 })
        : fetch(url, init),
    );
    expect(await store.entriesOf(id!)).toEqual([entry]);
    expect(await store.exchange.state()).toMatchObject({ since: 4 });
  });

  it('begin anew with another account: everything is sent there too', async () => {
    await record(5);
    await sync();
    account = { ...account, url: `${account.url}/` };
    await sync();
    const elsewhere = await startEndpoint([['王检查', 'gov', 'reviewer']]);
    account = elsewhere.account('王检查');
    expect(await sync()).toEqual({ kind: 'done' });
    expect((await endpointOf(account, { fetch }).changes(null, 10)).documents).toHaveLength(5);
    await elsewhere.stop();
  });

  it('send again what a server restored from a backup has lost, and read what it has', async () => {
    await record(5);
    await sync();
    const copy = join(server.data, 'copy');
    const open = openDatabase(server.data);
    backUp(open, copy);
    open.close();
    await record(3, 5);
    await sync();
    const lost = server;
    const data = mkdtempSync(join(tmpdir(), 'duwang-'));
    copyFileSync(copy, join(data, FILE));
    const restored = await serve({ data, port: 0, host: '127.0.0.1', log: () => {}, now: Date.now });
    // The same address as before, as far as the client knows.
    const rerouted: typeof fetch = (url, init) => fetch(String(url).replace(lost.url, restored.url), init);
    expect(await sync(rerouted)).toEqual({ kind: 'done' });
    expect((await endpointOf(account, { fetch: rerouted }).changes(null, 100)).documents).toHaveLength(8);
    await restored.stop();
    rmSync(data, { recursive: true });
  });

  it('work in one context at a time', async () => {
    let held = false;
    const locks = {
      request: async (_: string, __: object, work: (lock: object | null) => Promise<unknown>) => {
        if (held) return work(null);
        held = true;
        return work({}).finally(() => {
          held = false;
        });
      },
    } as unknown as LockManager;
    const exclusive = exclusively(locks, 'sync');
    const first = exclusive(async () => 'first');
    expect(await exclusive(async () => 'second')).toBeNull();
    expect(await first).toBe('first');
    expect(await exclusive(async () => 'third')).toBe('third');
  });
});

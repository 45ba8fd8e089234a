import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../utils/findings/store';
import { type Account, endpointOf } from '../../../utils/sync/endpoint';
import { runSync } from '../../../utils/sync/run';
import { startEndpoint } from '../../lib/endpoint';

let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
let stores: Store[] = [];

beforeAll(async () => {
  const members = Array.from({ length: 40 }, (_, team) => [
    [`wang${team}`, `team${team}`, 'reviewer'] as [string, string, 'reviewer'],
    [`li${team}`, `team${team}`, 'reviewer'] as [string, string, 'reviewer'],
  ]).flat();
  endpoint = await startEndpoint(members);
});
afterAll(() => endpoint.stop());
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
});

const name = () => crypto.randomUUID();

async function storeOf(author: string, database = name()): Promise<Store> {
  const store = await openStore({ author: () => author, now: Date.now, name: database });
  stores.push(store);
  return store;
}

/** Syncs until done; requests fail as `cut` says, and waiting is skipped by a clock that jumps ahead. */
async function sync(store: Store, account: Account, cut: typeof fetch = fetch): Promise<void> {
  let ahead = 0;
  const env = {
    exchange: store.exchange,
    endpoint: endpointOf(account, { fetch: cut }),
    account,
    now: () => Date.now() + ahead,
    random: () => 0.5,
  };
  for (let time = 0; time < 20; time++) {
    const next = await runSync(env, (work) => work(), 60_000);
    if (next?.kind === 'done') return;
    if (next?.kind === 'later') ahead += next.ms + 1;
  }
  throw new Error('the exchange never ended');
}

/** Lets every request pass but one, which is lost on its way there, or its answer on the way back. */
function cutting(at: number, afterCommit: boolean) {
  let number = 0;
  const cut: typeof fetch = async (...request) => {
    const mine = number++ === at;
    if (mine && !afterCommit) throw new TypeError('network lost');
    const response = await fetch(...request);
    if (mine) throw new TypeError('network lost');
    return response;
  };
  return { cut, count: () => number };
}

async function findingsOf(team: number) {
  const [a, b] = [await storeOf(`wang${team}`), await storeOf(`li${team}`)];
  for (const store of [a, b]) {
    for (let page = 0; page < 3; page++) {
      await store.record({
        fields: { url: `http://www.yunhe-demo.gov.cn/${page}.html`, check: 'last-update' },
        time: '2024-04-18T01:00:00.000Z',
        outcomes: [],
        screenshot: new Blob([name()], { type: 'image/png' }),
      });
    }
  }
  return [a, b] as const;
}

describe('an exchange whose network is cut', () => {
  it('ends with everything on both sides, whichever request is lost, before or after the commit', async () => {
    let requests = 1;
    let team = 0;
    for (let at = 0; at < requests; at++) {
      for (const afterCommit of [false, true]) {
        const [a, b] = await findingsOf(team);
        const { cut, count } = cutting(at, afterCommit);
        const [wang, li] = [endpoint.account(`wang${team}`), endpoint.account(`li${team}`)];
        await sync(a, wang, cut);
        requests = Math.max(requests, count() - 1);
        await sync(b, li);
        await sync(a, wang);
        const seen = await a.list();
        expect(seen).toHaveLength(3);
        expect(seen).toEqual(await b.list());
        expect(seen.every((finding) => finding.evidences.length === 2)).toBe(true);
        expect(await a.exchange.traffic()).toMatchObject({ waiting: new Map(), waitingBlobs: 0 });
        const shas = seen.flatMap((finding) => finding.evidences.map((one) => one.screenshot!));
        expect(await endpointOf(wang, { fetch }).missing(shas)).toEqual([]);
        team++;
      }
    }
    expect(requests).toBeGreaterThan(5);
  }, 60_000);

  it('goes on where a killed worker stopped: another connection to the same database', async () => {
    const team = 39;
    const database = name();
    const account = endpoint.account(`wang${team}`);
    const first = await storeOf(account.user, database);
    await first.record({
      fields: { url: 'http://a.gov.cn/' },
      time: '',
      outcomes: [],
      screenshot: new Blob(['1']),
    });
    const hanging = { fetch: (async () => new Promise(() => {})) as typeof fetch };
    const env = { exchange: first.exchange, account, now: Date.now, random: Math.random };
    void runSync({ ...env, endpoint: endpointOf(account, hanging) }, (work) => work(), 60_000);
    const second = await storeOf(account.user, database);
    await sync(second, account);
    expect(await second.exchange.traffic()).toMatchObject({ waiting: new Map(), waitingBlobs: 0 });
  });
});

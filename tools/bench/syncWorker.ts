import { entriesBy } from '../../tests/lib/entries';
import type { KeyValue } from '../../utils/findings/mirror';
import { openStore, type Store } from '../../utils/findings/store';
import { endpointOf } from '../../utils/sync/endpoint';
import { runSync } from '../../utils/sync/run';

declare const chrome: { storage: { local: KeyValue } };

/** What tools/bench-sync.ts calls inside an extension's service worker: the product's own store, mirror and client. */
const bench = {
  stores: new Map<string, Store>(),

  async open(user: string): Promise<void> {
    const env = { author: () => user, now: Date.now, name: `bench-${user}`, mirror: chrome.storage.local };
    bench.stores.set(user, await openStore(env));
  },

  /** Fills a store with entries and screenshots that nobody else holds. */
  async fill(user: string, entries: number, screenshots: number, bytes: number): Promise<void> {
    const store = bench.stores.get(user)!;
    await store.merge(entriesBy(user, entries));
    for (let number = 0; number < screenshots; number++) {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      // `getRandomValues` gives 65,536 bytes at most.
      for (let left = bytes; left > 0; left -= 65_536)
        pieces.push(crypto.getRandomValues(new Uint8Array(Math.min(left, 65_536))));
      await store.putBlob(new Blob(pieces, { type: 'image/png' }));
    }
  },

  /** Exchanges until there is nothing more to do; ms. */
  async sync(user: string, url: string, password: string): Promise<number> {
    const account = { url, team: 'gov', user, password };
    const { exchange } = bench.stores.get(user)!;
    const env = {
      exchange,
      account,
      endpoint: endpointOf(account, { fetch: fetch.bind(globalThis) }),
      now: Date.now,
      random: Math.random,
    };
    const start = performance.now();
    const next = await runSync(env, (work) => work(), 600_000);
    if (next?.kind !== 'done') throw new Error(JSON.stringify(await exchange.state()));
    return performance.now() - start;
  },

  /** How many findings a store lists. */
  count: async (user: string): Promise<number> => (await bench.stores.get(user)!.list()).length,
};

export type Bench = typeof bench;
Object.assign(globalThis, { bench });

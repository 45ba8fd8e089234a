import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../utils/findings/entry';
import { makeEntry } from '../../../utils/findings/entry';
import { tick } from '../../../utils/findings/hlc';
import { openStore, type Store } from '../../../utils/findings/store';
import { say } from '../../../utils/words';
import { entriesBy } from '../../lib/entries';

const stores: Store[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

async function open(name: string = crypto.randomUUID()) {
  const store = await openStore({ author: () => 'li', now: Date.now, name });
  stores.push(store);
  return { store, name };
}

/** What the log holds, each entry once, and what it says it holds. */
async function counts(store: Store, name: string) {
  const ids: string[] = [];
  for await (const batch of store.log()) ids.push(...batch.map((entry) => entry._id));
  expect(new Set(ids).size).toBe(ids.length);
  const db = await openDB(name);
  const noted = await db.get('meta', 'count');
  db.close();
  return { entries: ids.length, noted };
}

/** A second step on a finding, made by somebody who saw none before it. */
function stepOn({ finding }: Entry, note: string): Entry {
  const hlc = tick(null, Date.UTC(2024, 3, 19), 'device-2');
  return makeEntry({ finding, author: 'zhao', device: 'device-2', hlc, fields: { note }, prev: {} });
}

describe('a page of the feed', () => {
  it('comes to the same whether it is large or small, repeated or in pieces', async () => {
    const entries = entriesBy('wang', 700, 'pages');
    const steps = entries.slice(0, 400).map((entry, number) => stepOn(entry, `${number}`));
    const roster = entriesBy('wang', 250, 'roster').map(({ finding: _, ...entry }, number) =>
      makeEntry({ ...entry, finding: `r:${number % 50}` }),
    );
    const feed = [...steps, ...entries, ...roster, ...entries.slice(0, 300)];
    const lists = [];
    const rosters = [];
    for (const size of [2_000, 600, 250, 199]) {
      const { store, name } = await open();
      await store.exchange.begin('e', 'li');
      for (let at = 0; at < feed.length; at += size)
        await store.exchange.receive('e', feed.slice(at, at + size), at);
      lists.push(await store.list());
      rosters.push(await store.folds('r:'));
      expect(await counts(store, name)).toEqual({ entries: 1_350, noted: 1_350 });
    }
    expect(lists[0]).toHaveLength(700);
    expect(lists[0]!.filter((finding) => finding.note !== '')).toHaveLength(400);
    for (const list of lists) expect(list).toEqual(lists[0]);
    expect(rosters[0]).toHaveLength(50);
    for (const folds of rosters) expect(folds).toEqual(rosters[0]);
  });

  it('misses nothing that somebody else wrote between two pages', async () => {
    const { store, name } = await open();
    const { store: tab } = await open(name);
    await store.exchange.begin('e', 'li');
    const entries = entriesBy('wang', 600, 'between');
    await store.exchange.receive('e', entries.slice(0, 300), 1);
    // The other tab brings an entry of the next page, and a step on a finding that the next page begins.
    await tab.merge([entries[300]!, stepOn(entries[301]!, 'from the other tab')]);
    await store.exchange.receive('e', entries.slice(300), 2);
    expect(await counts(store, name)).toEqual({ entries: 601, noted: 601 });
    const found = (await store.list()).find((finding) => finding.id === entries[301]!.finding)!;
    expect([found.note, found.url]).toEqual(['from the other tab', entries[301]!.fields.url]);
    // The endpoint holds the one, nobody yet the other.
    expect((await store.exchange.traffic()).waiting).toEqual(new Map([[entries[301]!.finding, 1]]));
  });
});

describe('what is outgoing', () => {
  it('is given whole whether it is most of the log or little of it', async () => {
    const { store } = await open();
    await store.exchange.begin('e', 'li');
    const theirs = entriesBy('wang', 900, 'held');
    await store.exchange.receive('e', theirs, 1);
    const mine = entriesBy('li', 30, 'few');
    await store.merge(mine);
    const ids = (entries: Entry[]) => entries.map((entry) => entry._id).sort();
    expect(ids(await store.exchange.outgoing(200))).toEqual(ids(mine));
    const more = entriesBy('li', 400, 'many');
    await store.merge(more);
    expect(ids(await store.exchange.outgoing(1_000))).toEqual(ids([...mine, ...more]));
    expect(await store.exchange.outgoing(200)).toHaveLength(200);
  });

  it('is settled entry by entry, whatever lies between', async () => {
    const { store } = await open();
    await store.exchange.begin('e', 'li');
    const mine = entriesBy('li', 50, 'settle');
    await store.merge(mine);
    const outgoing = await store.exchange.outgoing(50);
    const odd = outgoing.filter((_, at) => at % 2 === 1).map((entry) => entry._id);
    const [refused, ...held] = odd;
    await store.exchange.settle(held, new Map([[refused!, say('sync.refusal.endpoint', 'x')]]));
    expect(await store.exchange.outgoing(50)).toEqual(outgoing.filter((_, at) => at % 2 === 0));
    expect(await store.pending(100)).toHaveLength(26);
    expect((await store.exchange.traffic()).refused.size).toBe(1);
    await store.exchange.retryRefused();
    await store.exchange.settle(
      (await store.exchange.outgoing(50)).map((entry) => entry._id),
      new Map(),
    );
    expect(await store.pending(100)).toEqual([]);
    expect(await store.exchange.outgoing(50)).toEqual([]);
  });

  it('names screenshots that are not taken, and sends them again when asked', async () => {
    const { store } = await open();
    await store.exchange.begin('e', 'li');
    const sha = await store.putBlob(new Blob(['a picture']));
    const reason = say('sync.problems.tooLarge');
    await store.exchange.settleBlobs([], new Map([[sha, reason]]));
    expect(await store.exchange.traffic()).toMatchObject({
      waitingBlobs: 0,
      refusedBlobs: new Map([[sha, reason]]),
    });
    await store.exchange.retryRefused();
    expect(await store.exchange.outgoingBlobs(10)).toEqual([sha]);
  });
});

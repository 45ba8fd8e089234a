import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disputesOf } from '../../../utils/findings/dispute';
import { openStore, type Store } from '../../../utils/findings/store';
import { type Account, endpointOf } from '../../../utils/sync/endpoint';
import { runSync } from '../../../utils/sync/run';
import { startEndpoint } from '../../lib/endpoint';

const DAY = 86_400_000;
const FINDINGS = 200;

let server: Awaited<ReturnType<typeof startEndpoint>>;
const stores: Store[] = [];
let clocks: Record<string, number>;

beforeEach(async () => {
  server = await startEndpoint([
    ['wang', 'gov', 'reviewer'],
    ['li', 'gov', 'reviewer'],
  ]);
  clocks = { wang: Date.UTC(2024, 3, 18, 1), li: Date.UTC(2024, 3, 18, 1) };
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await server.stop();
});

async function reviewer(user: string) {
  const now = () => clocks[user]!;
  const store = await openStore({ author: () => user, now, name: crypto.randomUUID() });
  stores.push(store);
  const account: Account = server.account(user);
  const sync = async () => {
    const env = {
      exchange: store.exchange,
      endpoint: endpointOf(account, { fetch }),
      account,
      now,
      random: () => 0.5,
    };
    expect(await runSync(env, (work) => work(), Number.POSITIVE_INFINITY)).toEqual({ kind: 'done' });
  };
  return { store, sync };
}

const pageOf = (number: number) => ({
  url: `http://www.yunhe-demo.gov.cn/${number}.html`,
  check: 'last-update',
});

async function together() {
  const [wang, li] = [await reviewer('wang'), await reviewer('li')];
  for (let number = 0; number < FINDINGS; number++)
    await wang.store.record({ fields: pageOf(number), time: '', outcomes: [], screenshot: null });
  await wang.sync();
  await li.sync();
  const ids = (await wang.store.list()).map((finding) => finding.id).sort();
  expect((await li.store.list()).map((finding) => finding.id).sort()).toEqual(ids);
  return { wang, li, ids };
}

describe('two reviewers who were offline for a day on the same 200 findings', () => {
  it('end with the same findings, each value of both of them, and a conflict only where they disagree', async () => {
    const { wang, li, ids } = await together();
    for (const [index, id] of ids.entries()) {
      clocks.wang! += 60_000;
      clocks.li! += 60_000;
      // A third they judge alike, a third differently, a third of the fields only one of them touches.
      const turn = index % 3;
      await wang.store.edit([id], { unit: turn === 0 ? '同一单位' : '甲单位', note: `wang ${index}` });
      if (turn !== 2) await li.store.edit([id], { unit: turn === 0 ? '同一单位' : '乙单位' });
      await li.store.edit([id], { suggestion: `li ${index}` });
    }
    clocks.wang! += DAY;
    clocks.li! += DAY;
    await li.sync();
    await wang.sync();
    await li.sync();
    const [seenByWang, seenByLi] = [await wang.store.list(), await li.store.list()];
    expect(seenByWang).toHaveLength(FINDINGS);
    expect(seenByWang).toEqual(seenByLi);
    for (const [index, id] of ids.entries()) {
      const finding = seenByWang.find((one) => one.id === id)!;
      expect([finding.note, finding.suggestion]).toEqual([`wang ${index}`, `li ${index}`]);
      expect(finding.conflicts).toEqual(index % 3 === 1 ? ['unit'] : []);
    }
    const [dispute] = disputesOf(await li.store.entriesOf(ids[1]!));
    expect(dispute!.values.map(({ value, author }) => [value, author]).sort()).toEqual(
      [
        ['乙单位', 'li'],
        ['甲单位', 'wang'],
      ].sort(),
    );
  }, 120_000);

  it('lose nothing by clocks that jump: a year ahead, ten years back, and right again', async () => {
    const { wang, li, ids } = await together();
    const right = clocks.li!;
    clocks.li = right + 365 * DAY;
    await li.store.edit([ids[0]!], { note: 'from next year' });
    clocks.li = right - 3_650 * DAY;
    await li.store.edit([ids[1]!], { note: 'from long ago' });
    await li.sync();
    clocks.li = right + 60_000;
    await li.sync();
    clocks.wang! += 120_000;
    await wang.sync();
    // Whoever has seen a value replaces it, whatever its clock said.
    await wang.store.edit([ids[0]!, ids[1]!], { note: 'seen and replaced' });
    await wang.sync();
    await li.sync();
    for (const id of ids.slice(0, 2)) {
      const [mine, theirs] = [await wang.store.get(id), await li.store.get(id)];
      expect(mine).toEqual(theirs);
      expect([theirs!.note, theirs!.conflicts]).toEqual(['seen and replaced', []]);
    }
    // One machine's wrong clock does not drag the others' along.
    const last = (await wang.store.entriesOf(ids[0]!)).find(
      (entry) => entry.author === 'wang' && entry.fields.note,
    );
    expect(Number(last!.hlc.slice(0, 15))).toBeLessThan(right + DAY);
  }, 120_000);
});

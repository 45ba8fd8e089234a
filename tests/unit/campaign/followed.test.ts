import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { campaignFields } from '../../../utils/campaign/campaign';
import { FollowedCampaign } from '../../../utils/campaign/followed';
import { boardOf } from '../../../utils/campaign/progress/board';
import { UNREACHABLE } from '../../../utils/campaign/progress/record';
import { rosterValues } from '../../../utils/campaign/roster/item';
import { openStore, type Store } from '../../../utils/findings/store';
import { anItem, CAMPAIGN } from './items';

const BEFORE = 'c:before';
const TODAY = '2024-04-18';
const sites = [1, 2, 3].map((n) =>
  anItem({ name: `第${n}个网站`, url: `http://w${n}.gov.cn/`, code: `350000000${n}`, order: 4 - n }),
);
const [first, second] = sites as [(typeof sites)[0], (typeof sites)[0]];

let store: Store;
let followed: FollowedCampaign;
/** What was read of the store, by method. */
let reads: Record<string, number>;
let today: string;
let clock: number;

beforeEach(async () => {
  clock = Date.UTC(2024, 3, 18);
  store = await openStore({ author: () => '王', now: () => clock++, name: `test-${crypto.randomUUID()}` });
  await store.set([[CAMPAIGN, campaignFields({ name: '二季度检查', previous: BEFORE })]]);
  await store.set(sites.map((item) => [item.id, { ...rosterValues(item), deleted: false }]));
  reads = {};
  today = TODAY;
  followed = new FollowedCampaign(counted(store), CAMPAIGN, () => today);
  store.subscribeAll((subjects) => followed.changed(subjects));
});
afterEach(() => store.close());

function counted(store: Store): Store {
  return new Proxy(store, {
    get(target, name: keyof Store & string) {
      return (...given: unknown[]) => {
        reads[name] = (reads[name] ?? 0) + 1;
        return (target[name] as (...given: unknown[]) => unknown)(...given);
      };
    },
  });
}

const record = (item: string, campaign = CAMPAIGN, quote = '') =>
  store.record({
    fields: {
      url: first.url,
      pageTitle: '首页',
      check: 'lastUpdate',
      category: 'stale',
      campaign,
      item,
      quote,
    },
    time: '2024-04-18T01:00:00.000Z',
    outcomes: [],
    screenshot: null,
  });

const stands = async () => (await followed.now())!.board.map(({ state }) => state);

/** What one who begins now would see. */
async function fresh() {
  const anew = await new FollowedCampaign(store, CAMPAIGN, () => today).now();
  const { records, campaign } = anew!;
  const own = (await store.list()).filter((one) => one.campaign === CAMPAIGN);
  expect(anew!.board).toEqual(boardOf(records, own, campaign.requirements, campaign.checkpoint ?? today));
  return anew!.board;
}

it('reads everything once, and then only what changed', async () => {
  expect(await stands()).toEqual(['unseen', 'unseen', 'unseen']);
  expect(await stands()).toEqual(['unseen', 'unseen', 'unseen']);
  await store.set([[first.id, { [UNREACHABLE]: { reason: '维护中' } }]]);
  expect(await stands()).toEqual(['unseen', 'unseen', 'unreachable']);
  const { finding } = await record(second.id);
  expect(await stands()).toEqual(['unseen', 'inProgress', 'unreachable']);
  await store.edit([finding.id], { status: 'confirmed' });
  expect((await followed.now())!.board[1]).toMatchObject({ confirmed: 1, suspected: 0 });
  expect((await followed.now())!.board).toEqual(await fresh());
  expect(reads).toEqual({ folded: 2, folds: 1, pages: 1, some: 2 });
});

it('forgets what was deleted, moved to another item or taken off the roster', async () => {
  const { finding } = await record(first.id);
  const other = await record(second.id, CAMPAIGN, '建全');
  await followed.now();
  await store.remove([finding.id]);
  await store.edit([other.finding.id], { item: first.id });
  await store.set([[sites[2]!.id, { deleted: true }]]);
  const now = (await followed.now())!;
  expect(now.board.map(({ suspected }) => suspected)).toEqual([0, 1]);
  expect(now.recognise({ url: sites[2]!.url })).toBeNull();
  expect(now.board).toEqual(await fresh());
});

it('knows what the campaign before has confirmed on a page', async () => {
  const { finding } = await record('', BEFORE, '建全');
  expect((await followed.now())!.earlier(first.url)).toEqual([]);
  await store.edit([finding.id], { status: 'confirmed' });
  expect((await followed.now())!.earlier(first.url)).toMatchObject([{ id: finding.id, quote: '建全' }]);
  expect((await followed.now())!.earlier(second.url)).toEqual([]);
});

it('judges anew on another day and when the campaign itself changes', async () => {
  await followed.now();
  const before = (await followed.now())!.board;
  expect((await followed.now())!.board).toBe(before);
  today = '2024-04-19';
  expect((await followed.now())!.board).not.toBe(before);
  await store.set([[CAMPAIGN, campaignFields({ checkpoint: '2024-05-01' })]]);
  expect((await followed.now())!.campaign.checkpoint).toBe('2024-05-01');
  await store.set([[CAMPAIGN, { deleted: true }]]);
  expect(await followed.now()).toBeNull();
});

it('misses nothing that changes while it reads', async () => {
  await followed.now();
  const { finding } = await record(first.id);
  const reading = followed.now();
  await Promise.all([reading, store.edit([finding.id], { status: 'confirmed' }), followed.now()]);
  expect((await followed.now())!.board).toEqual(await fresh());
  expect((await followed.now())!.board[2]).toMatchObject({ confirmed: 1 });
});

it('reads again after a reading that failed', async () => {
  await followed.now();
  const failing = new FollowedCampaign(
    new Proxy(store, {
      get: (target, name: keyof Store) =>
        name === 'some' && today === 'broken' ? () => Promise.reject(new Error('closed')) : target[name],
    }),
    CAMPAIGN,
    () => TODAY,
  );
  await failing.now();
  const { finding } = await record(first.id);
  failing.changed([finding.id]);
  today = 'broken';
  await expect(failing.now()).rejects.toThrow('closed');
  today = TODAY;
  expect((await failing.now())!.board[2]).toMatchObject({ suspected: 1 });
});

import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedDisputes } from '../../../components/workbench/disputes/model';
import { campaignFields, campaignId, campaignOf } from '../../../utils/campaign/campaign';
import { packOf, packPrefix, packValues } from '../../../utils/campaign/packs';
import { pageValue, recordOf, verdictField } from '../../../utils/campaign/progress/record';
import { itemId, rosterItemOf } from '../../../utils/campaign/roster/item';
import type { Json } from '../../../utils/findings/json';
import { openStore, type Store } from '../../../utils/findings/store';
import { defaultPack } from '../../../utils/indicators/packs';
import { endpointOf } from '../../../utils/sync/endpoint';
import { runSync } from '../../../utils/sync/run';
import { officeTerms, termFields, termId } from '../../../utils/terms/officeTerm';
import { startEndpoint } from '../../lib/endpoint';

const CAMPAIGN = campaignId('spring');
const ITEM = itemId(CAMPAIGN, 'park');
const PACK = `${packPrefix}own`;
const TERM = termId('云合市');

let server: Awaited<ReturnType<typeof startEndpoint>>;
let clock = Date.UTC(2024, 3, 18);
const stores: Store[] = [];

beforeEach(async () => {
  server = await startEndpoint([
    ['wang', 'gov', 'reviewer'],
    ['li', 'gov', 'reviewer'],
  ]);
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await server.stop();
});

async function reviewer(user: string) {
  const store = await openStore({ author: () => user, now: () => ++clock, name: crypto.randomUUID() });
  stores.push(store);
  const account = server.account(user);
  const endpoint = endpointOf(account, { fetch });
  const env = { exchange: store.exchange, endpoint, account, now: () => ++clock, random: () => 0.5 };
  const sync = async () =>
    expect(await runSync(env, (work) => work(), Number.POSITIVE_INFINITY)).toEqual({ kind: 'done' });
  const shared = new SharedDisputes({
    open: async () => store,
    step: async (_text, work) => void (await work(store)),
    attempt: (work) => work(),
    campaign: signal(CAMPAIGN),
  });
  await shared.load();
  return { store, sync, shared };
}

const term = (right: string) => termFields({ role: 'deny', word: '云合市', right, source: '' });
const pack = (name: string) => packValues({ ...defaultPack, id: PACK, name });
const page = (title: string) =>
  pageValue({
    url: 'http://ylzx.yunhe-demo.gov.cn/',
    title,
    day: '2024-04-18',
    judged: '2024-04-18',
    own: true,
    outcomes: [],
    consultations: null,
    forms: null,
    rechecks: [],
    doubts: [],
  });

/** Both have the same campaign, with an item, a pack and a word. */
async function together() {
  const [wang, li] = [await reviewer('wang'), await reviewer('li')];
  await wang.store.set([
    [CAMPAIGN, campaignFields({ name: '春季检查', region: '云河市' })],
    [ITEM, { kind: 'site', name: '园林中心', unit: '园林局', status: 'normal' }],
    [PACK, pack('本地指标')],
    [TERM, term('云河市')],
  ]);
  await wang.sync();
  await li.sync();
  return { wang, li };
}

describe('what a team sets together beside its findings', () => {
  it('reaches everybody: campaign, roster item, pack and word', async () => {
    const { li } = await together();
    const [campaign] = await li.store.folds(CAMPAIGN);
    expect(campaignOf(campaign!)).toMatchObject({ name: '春季检查', region: '云河市' });
    const [item] = await li.store.folds(ITEM);
    expect(rosterItemOf(item!)).toMatchObject({ name: '园林中心', unit: '园林局' });
    const [own] = await li.store.folds(PACK);
    expect(packOf(own!)!.name).toBe('本地指标');
    expect(officeTerms(await li.store.folds('t:'))).toMatchObject([{ word: '云合市', right: '云河市' }]);
    expect(li.shared.disputes.value).toEqual([]);
  });

  it('keeps both values where two set them offline, with their authors, until somebody picks', async () => {
    const { wang, li } = await together();
    const exempt = { ruling: 'exempt', note: '停更公告', until: null };
    const theirs: [string, Record<string, Json>, Record<string, Json>][] = [
      [CAMPAIGN, { region: '云河市城区' }, { region: '云河市全域' }],
      [
        ITEM,
        { unit: '城管局', [verdictField('stale')]: exempt, note: '只有甲写了' },
        { unit: '住建局', [verdictField('stale')]: { ...exempt, ruling: 'fail', note: '' } },
      ],
      [PACK, pack('甲的指标'), pack('乙的指标')],
      [TERM, term('云河市区'), term('云和市')],
    ];
    await wang.store.set(theirs.map(([subject, mine]) => [subject, mine]));
    await li.store.set(theirs.map(([subject, , other]) => [subject, other]));
    await wang.sync();
    await li.sync();
    await wang.sync();
    const expected = [
      [CAMPAIGN, 'campaign', ['region']],
      [PACK, 'pack', ['pack']],
      [ITEM, 'item', ['unit', verdictField('stale')]],
      [TERM, 'term', ['right']],
    ];
    for (const { shared } of [wang, li]) {
      await vi.waitFor(() => expect(shared.disputes.value).toHaveLength(4));
      expect(
        shared.disputes.value.map(({ subject, kind, fields }) => [
          subject,
          kind,
          fields.map((one) => one.field),
        ]),
      ).toEqual(expected);
      const { fields } = shared.disputes.value[0]!;
      expect(fields[0]!.values.map(({ value, author }) => `${value} ${author}`).sort()).toEqual([
        '云河市全域 li',
        '云河市城区 wang',
      ]);
    }
    for (const { subject, fields } of li.shared.disputes.value) {
      for (const { field, values } of fields)
        await li.shared.settle(subject, field, values.find(({ author }) => author === 'wang')!.value);
    }
    await vi.waitFor(() => expect(li.shared.disputes.value).toEqual([]));
    await li.sync();
    await wang.sync();
    await vi.waitFor(() => expect(wang.shared.disputes.value).toEqual([]));
    for (const { store } of [wang, li]) {
      const record = recordOf((await store.folded(ITEM))!);
      expect([record.item.unit, record.item.note, record.verdicts.stale!.ruling]).toEqual([
        '城管局',
        '只有甲写了',
        'exempt',
      ]);
      // The other value is still in the history.
      const said = (await store.entriesOf(ITEM)).map((entry) => entry.fields.unit);
      expect(said).toContain('住建局');
    }
  });

  it('asks nobody about what pages showed, nor about what both removed', async () => {
    const { wang, li } = await together();
    await wang.store.set([
      [ITEM, page('甲看到的标题')],
      [TERM, { ...term('云河市区'), deleted: true }],
    ]);
    await li.store.set([
      [ITEM, page('乙看到的标题')],
      [TERM, { ...term('云和市'), deleted: true }],
    ]);
    await wang.sync();
    await li.sync();
    await wang.sync();
    for (const { store, shared } of [wang, li]) {
      expect(await store.entriesOf(ITEM)).toHaveLength(3);
      expect(shared.disputes.value).toEqual([]);
    }
    // One removes what the other wants kept: somebody must choose.
    await wang.store.set([[ITEM, { deleted: true }]]);
    await li.store.set([[ITEM, { deleted: false }]]);
    await wang.sync();
    await li.sync();
    await vi.waitFor(() => expect(li.shared.disputes.value).toHaveLength(1));
    expect(li.shared.disputes.value[0]!.fields.map(({ field }) => field)).toEqual(['deleted']);
  });
});

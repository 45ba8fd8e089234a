import { describe, expect, it } from 'vitest';
import { defaultRequirements } from '../../../../utils/campaign/campaign';
import {
  boardOf,
  dueSoon,
  nextInSweep,
  nextUnvisited,
  progressOf,
  sweepOf,
} from '../../../../utils/campaign/progress/board';
import type { SeenOutcome } from '../../../../utils/campaign/progress/outcome';
import type { ItemRecord, SeenPage } from '../../../../utils/campaign/progress/record';
import { dueToday, periodOf } from '../../../../utils/campaign/progress/rounds';
import { coverageOf } from '../../../../utils/campaign/progress/state';
import type { Finding } from '../../../../utils/findings/finding';
import { anItem, aRecord } from '../items';

const TODAY = '2024-04-18';
const look = { author: '王', at: '2024-04-18T01:00:00.000Z' };

const account = anItem({
  kind: 'account',
  platform: 'weibo',
  name: '云河发布',
  url: 'https://weibo.com/u/1',
});

function aPage(kind: SeenOutcome['kind'], change: Partial<SeenPage> = {}): SeenPage {
  const outcome = {
    check: 'accountUpdate',
    category: 'account' as const,
    kind,
    lastUpdated: '2024-04-16',
    daysLeft: 12,
  };
  return {
    url: account.url,
    title: '',
    day: TODAY,
    own: true,
    outcomes: [outcome],
    consultations: null,
    forms: null,
    judged: TODAY,
    rechecks: [],
    doubts: [],
    ...change,
  };
}

const verdict = (ruling: 'pass' | 'fail' | 'exempt', until: string | null = null) => ({
  ruling,
  note: '',
  until,
  ...look,
});
const aFinding = (change: Partial<Finding>) =>
  ({
    item: account.id,
    url: account.url,
    category: 'account',
    status: 'suspected',
    deleted: false,
    ...change,
  }) as Finding;

const stateOf = (record: ItemRecord, findings: Finding[] = []) =>
  coverageOf(record, findings, defaultRequirements, TODAY).state;

describe('an account', () => {
  const typedUpdate = (kind: SeenOutcome['kind'], lastUpdated: string) => ({
    day: lastUpdated,
    words: lastUpdated,
    picture: null,
    outcome: { check: 'accountUpdate', category: 'account' as const, kind, lastUpdated, daysLeft: null },
    ...look,
  });
  const dated = (kind: SeenOutcome['kind'], lastUpdated: string | null, change: Partial<SeenPage> = {}) => {
    const page = aPage(kind, change);
    return { ...page, outcomes: [{ ...page.outcomes[0]!, lastUpdated }] };
  };
  const of = (change: Partial<ItemRecord>) =>
    coverageOf(aRecord({ item: account, lastLook: look, ...change }), [], defaultRequirements, TODAY);

  it('is settled by what the reviewer typed, whatever the page asked for', () => {
    const gate = dated('review', null);
    expect(of({ pages: [gate] }).state).toBe('inProgress');
    expect(of({ pages: [gate], typedUpdate: typedUpdate('pass', '2024-04-15') })).toMatchObject({
      state: 'clear',
      lastUpdated: '2024-04-15',
    });
    expect(of({ pages: [], typedUpdate: typedUpdate('fail', '2023-09-19') }).checks[0]!.stand).toBe(
      'pending',
    );
  });

  it('is judged by the newest date that anybody saw: one article proves "updated since"', () => {
    const list = dated('fail', '2024-03-01');
    const article = dated('pass', '2024-04-12', { url: 'https://weibo.com/1/NxYz12345', own: false });
    expect(of({ pages: [list, article] }).state).toBe('clear');
    expect(of({ pages: [list], typedUpdate: typedUpdate('pass', '2024-04-12') }).state).toBe('clear');
    expect(of({ pages: [aPage('pass')], typedUpdate: typedUpdate('fail', '2023-09-19') }).state).toBe(
      'clear',
    );
  });

  it('waits for a word where it does not fit the roster', () => {
    const doubt = { key: 'identity.renamed', args: ['云河发布', '云河警事'] };
    expect(of({ pages: [aPage('pass', { doubts: [doubt] })] }).state).toBe('inProgress');
    expect(
      of({ pages: [aPage('pass', { doubts: [doubt] })], verdicts: { account: verdict('pass') } }).state,
    ).toBe('clear');
    expect(of({ pages: [aPage('pass', { doubts: [{ key: 'identity.noMark' }] })] }).state).toBe('clear');
  });
});

describe('coverageOf', () => {
  it('is 未查 until something was seen', () => {
    expect(stateOf(aRecord())).toBe('unseen');
  });

  it('clears an account by its own page, and by one of its posts: that it was published is proof', () => {
    const states = [true, false].map((own) =>
      stateOf(aRecord({ item: account, pages: [aPage('pass', { own })], lastLook: look })),
    );
    expect(states).toEqual(['clear', 'clear']);
  });

  it('never clears a site without a word on every required check', () => {
    const page = aPage('pass');
    page.outcomes[0]!.category = 'stale';
    expect(stateOf(aRecord({ pages: [page], lastLook: look }))).toBe('inProgress');
    const two = { stale: verdict('pass'), consultation: verdict('pass') };
    expect(stateOf(aRecord({ verdicts: two, lastLook: look }))).toBe('inProgress');
    expect(stateOf(aRecord({ verdicts: { ...two, wording: verdict('exempt') }, lastLook: look }))).toBe(
      'clear',
    );
    expect(stateOf(aRecord({ verdicts: { ...two, wording: verdict('fail') }, lastLook: look }))).toBe(
      'problem',
    );
  });

  it('waits for a word on what is wrong or unclear', () => {
    for (const kind of ['fail', 'review'] as const) {
      const record = aRecord({ item: account, pages: [aPage(kind)], lastLook: look });
      expect(stateOf(record)).toBe('inProgress');
      expect(stateOf(record, [aFinding({})])).toBe('inProgress');
      expect(stateOf(record, [aFinding({ status: 'confirmed' })])).toBe('problem');
    }
  });

  it('lets an ignored finding settle the page that it was found on, with a pass from the reviewer', () => {
    const record = aRecord({
      item: account,
      pages: [aPage('fail')],
      verdicts: { account: verdict('pass') },
      lastLook: look,
    });
    expect(stateOf(record, [aFinding({ status: 'ignored' })])).toBe('clear');
  });

  it('ends an exception with its day', () => {
    const until = (day: string) =>
      aRecord({ item: account, verdicts: { account: verdict('exempt', day) }, lastLook: look });
    expect(stateOf(until('2024-04-18'))).toBe('clear');
    expect(stateOf(until('2024-04-17'))).toBe('inProgress');
  });

  it('lets limits come nearer with the days, and asks for a new look once they are passed', () => {
    const read = aRecord({ item: account, pages: [aPage('pass', { judged: '2024-04-08' })], lastLook: look });
    const at = (day: string) => coverageOf(read, [], defaultRequirements, day);
    expect(at('2024-04-08')).toMatchObject({ daysLeft: 12, state: 'clear' });
    expect(at('2024-04-18')).toMatchObject({ daysLeft: 2, state: 'clear' });
    expect(at('2024-04-21')).toMatchObject({ daysLeft: -1, state: 'inProgress' });
  });

  it('leaves closed and exempt accounts out of the work, and counts unreachable ones as such', () => {
    const daily = {
      id: '1',
      name: '',
      cadence: 'daily' as const,
      starts: TODAY,
      kinds: ['account' as const],
    };
    const closed = aRecord({ item: { ...account, status: 'closed' } });
    expect(stateOf(closed)).toBe('exempt');
    const board = [closed, aRecord()].map((one) => coverageOf(one, [], defaultRequirements, TODAY));
    expect(progressOf(board)).toMatchObject({ total: 1, covered: 0, percent: 0, states: { exempt: 1 } });
    expect(dueToday([daily], board, TODAY)[0]!.total).toBe(0);
    expect(stateOf(aRecord({ item: { ...account, status: 'exempt', until: '2024-04-01' } }))).toBe('unseen');
    expect(stateOf(aRecord({ unreachable: { reason: '打不开', ...look } }))).toBe('unreachable');
  });

  it('shows the newest day and the days left of the item’s own pages', () => {
    const coverage = coverageOf(
      aRecord({ item: account, pages: [aPage('pass')] }),
      [],
      defaultRequirements,
      TODAY,
    );
    expect(coverage).toMatchObject({ lastUpdated: '2024-04-16', daysLeft: 12 });
  });
});

describe('the board', () => {
  const items = ['甲', '乙', '丙'].map((name, index) =>
    anItem({
      kind: 'account',
      platform: 'weibo',
      name,
      url: `https://weibo.com/u/${index}`,
      order: index + 1,
    }),
  );
  const board = (done: number[]) =>
    boardOf(
      items.map((item, index) =>
        aRecord(
          done.includes(index) ? { item, verdicts: { account: verdict('pass') }, lastLook: look } : { item },
        ),
      ),
      [],
      defaultRequirements,
      TODAY,
    );

  it('reaches 100 % only with every item', () => {
    expect(progressOf(board([0, 1]))).toMatchObject({ total: 3, covered: 2, percent: 66 });
    expect(progressOf(board([0, 1, 2])).percent).toBe(100);
    expect(progressOf([]).percent).toBe(0);
  });

  it('goes on from the present item, turns at the end and stops when all is done', () => {
    expect(nextUnvisited(board([]), null)?.record.item.name).toBe('甲');
    expect(nextUnvisited(board([0]), items[0]!.id)?.record.item.name).toBe('乙');
    expect(nextUnvisited(board([1, 2]), items[2]!.id)?.record.item.name).toBe('甲');
    expect(nextUnvisited(board([0, 1, 2]), null)).toBeNull();
  });

  it('sweeps the items that wait for a word on one check', () => {
    expect(sweepOf(board([1]), 'account').map(({ record }) => record.item.name)).toEqual(['甲', '丙']);
    expect(sweepOf(board([1]), 'wording')).toEqual([]);
    const first = nextInSweep(board([1]), null, 'account');
    expect([first?.coverage.record.item.name, first?.category, first?.left]).toEqual(['甲', 'account', 2]);
    const after = nextInSweep(board([1]), first!.coverage.record.item.id, 'account');
    expect(after?.coverage.record.item.name).toBe('丙');
    // Nothing waits for a word on 错别字: the sweep goes on with the next check that has something.
    expect(nextInSweep(board([1]), null, 'wording')?.category).toBe('account');
    expect(nextInSweep(board([0, 1, 2]), null, 'account')).toBeNull();
  });

  it('warns of what is due soon, nearest first, and not of what is overdue', () => {
    const due = [5, 2, -1, 20].map((daysLeft) => ({ ...board([])[0]!, daysLeft }));
    expect(dueSoon(due, 7).map(({ daysLeft }) => daysLeft)).toEqual([2, 5]);
  });

  it('asks for what a round has not seen in its period', () => {
    const round = {
      id: '1',
      name: '每日',
      cadence: 'daily' as const,
      starts: '2024-04-01',
      kinds: ['account' as const],
    };
    const [due] = dueToday([round], board([0]), TODAY);
    expect(due).toMatchObject({ from: TODAY, to: TODAY, total: 3 });
    expect(due!.items.map(({ record }) => record.item.name)).toEqual(['乙', '丙']);
    expect(dueToday([{ ...round, starts: '2024-05-01' }], board([]), TODAY)).toEqual([]);
  });
});

describe('periodOf', () => {
  it.each([
    ['daily', '2024-04-01', '2024-04-18', '2024-04-18', '2024-04-18'],
    ['weekly', '2024-04-01', '2024-04-18', '2024-04-15', '2024-04-21'],
    ['monthly', '2024-01-31', '2024-03-01', '2024-02-29', '2024-03-30'],
  ] as const)('%s', (cadence, starts, today, from, to) => {
    expect(periodOf({ cadence, starts }, today)).toEqual({ from, to });
  });
});

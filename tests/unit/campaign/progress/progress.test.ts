import { describe, expect, it } from 'vitest';
import { defaultRequirements } from '../../../../utils/campaign/campaign';
import {
  boardOf,
  dueSoon,
  nextUnvisited,
  progressOf,
  sweepOf,
} from '../../../../utils/campaign/progress/board';
import type { ItemRecord, SeenOutcome, SeenPage } from '../../../../utils/campaign/progress/record';
import { dueToday, periodOf } from '../../../../utils/campaign/progress/rounds';
import { coverageOf } from '../../../../utils/campaign/progress/state';
import type { Finding } from '../../../../utils/findings/finding';
import { anItem } from '../items';

const TODAY = '2024-04-18';
const look = { author: '王', at: '2024-04-18T01:00:00.000Z' };

function aRecord(change: Partial<ItemRecord> = {}): ItemRecord {
  return {
    item: anItem(),
    pages: [],
    verdicts: {},
    unreachable: null,
    typedUpdate: null,
    landings: [],
    lastLook: null,
    ...change,
  };
}

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
    rechecks: [],
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

describe('coverageOf', () => {
  it('is 未查 until something was seen', () => {
    expect(stateOf(aRecord())).toBe('unseen');
  });

  it('clears an account by its own page, never by one of its posts', () => {
    expect(stateOf(aRecord({ item: account, pages: [aPage('pass')], lastLook: look }))).toBe('clear');
    expect(stateOf(aRecord({ item: account, pages: [aPage('pass', { own: false })], lastLook: look }))).toBe(
      'inProgress',
    );
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

  it('counts closed and exempt accounts as legitimate, and unreachable ones as such', () => {
    expect(stateOf(aRecord({ item: { ...account, status: 'closed' } }))).toBe('clear');
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

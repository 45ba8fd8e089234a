import { expect, test } from 'vitest';
import type { Check } from '../../../utils/checks/check';
import { judge } from '../../../utils/checks/run';
import { defaultPack } from '../../../utils/indicators/packs';
import type { PageSnapshot } from '../../../utils/page/snapshot';
import { say } from '../../../utils/words';

const context = { now: '2024-04-18', pack: defaultPack };
const fine: Check = {
  id: 'lastUpdate',
  category: 'stale',
  reads: ['lists'],
  run: () => ({ kind: 'pass', reason: say('checks.lastUpdate.noColumn'), evidence: [] }),
};
const broken: Check = {
  ...fine,
  id: 'broken',
  run: () => {
    throw new Error('no lists');
  },
};

test('a check that crashes asks for a person and leaves the others alone', () => {
  const outcomes = judge({} as PageSnapshot, context, [broken, fine]);
  expect(outcomes.map((o) => [o.check, o.kind])).toEqual([
    ['broken', 'review'],
    ['lastUpdate', 'pass'],
  ]);
  expect(outcomes[0]!.reason).toEqual({ key: 'checks.crashed', args: ['no lists'] });
  expect(outcomes[0]!.clause).toBeNull();
  expect(outcomes[1]!.clause?.source).toContain('国办秘函〔2019〕19号');
});

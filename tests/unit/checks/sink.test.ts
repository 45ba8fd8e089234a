import { expect, it } from 'vitest';
import type { JudgedOutcome } from '../../../utils/checks/check';
import { sinkNoisy } from '../../../utils/checks/sink';
import { say } from '../../../utils/words';

const outcome = (check: string, kind: JudgedOutcome['kind']): JudgedOutcome => ({
  check,
  kind,
  category: 'stale',
  reason: say('checks.lastUpdate.name'),
  evidence: [],
  clause: null,
});

it('shows the problems of noisy checks as 待核 with their reason, and nothing else', () => {
  const outcomes = [outcome('noisy', 'fail'), outcome('noisy', 'pass'), outcome('other', 'fail')];
  const [sunk, ...rest] = sinkNoisy(outcomes, ['noisy']);
  expect(sunk).toEqual({ ...outcomes[0], kind: 'review', sunk: true });
  expect(rest).toEqual(outcomes.slice(1));
});

import type { IndicatorPack } from '../indicators/pack';
import type { PageSnapshot } from '../page/snapshot';
import { say } from '../words';
import type { Check, CheckContext, JudgedOutcome, Outcome } from './check';

/**
 * Judges one page by these checks. A check that crashes becomes `review` with the error as its reason; the others still speak.
 */
export function judge(
  snapshot: PageSnapshot,
  context: CheckContext,
  checks: readonly Check[],
): JudgedOutcome[] {
  return checks.map((check) => {
    const outcome = runOne(check, snapshot, context);
    const indicator = outcome.indicator ?? context.pack.checks[check.id];
    return {
      ...outcome,
      check: check.id,
      category: check.category,
      clause: clauseOf(indicator, context.pack),
    };
  });
}

function runOne(check: Check, snapshot: PageSnapshot, context: CheckContext): Outcome {
  try {
    return check.run(snapshot, context);
  } catch (error) {
    return {
      kind: 'review',
      reason: say('checks.crashed', error instanceof Error ? error.message : String(error)),
      evidence: [],
    };
  }
}

function clauseOf(id: string | undefined, pack: IndicatorPack): JudgedOutcome['clause'] {
  const indicator = pack.indicators[id ?? ''];
  return indicator
    ? { id: indicator.id, text: indicator.clause, source: indicator.source, verified: indicator.verified }
    : null;
}

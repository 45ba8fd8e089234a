import type { JudgedOutcome } from './check';

/**
 * Shows the 问题 of checks that this office found too noisy as 待核: the reviewer still sees them, with the reason, but they do not
 * claim to be wrong. Everything else stays as it was judged.
 */
export function sinkNoisy(outcomes: readonly JudgedOutcome[], noisy: readonly string[]): JudgedOutcome[] {
  return outcomes.map((outcome) =>
    outcome.kind === 'fail' && noisy.includes(outcome.check)
      ? { ...outcome, kind: 'review', sunk: true }
      : outcome,
  );
}

import type { Sentence } from '../../words';
import { say } from '../../words';
import type { Evidence, Outcome, OutcomeKind } from '../check';

/** An outcome whose words are `checks.<check>.<key>` in locales. */
export function outcome(
  kind: OutcomeKind,
  reason: Sentence,
  evidence: Evidence[] = [],
  facts?: Outcome['facts'],
): Outcome {
  return { kind, reason, evidence, ...(facts ? { facts } : {}) };
}

/** Builds the outcomes of one check: `speak('fail', 'late', [args], evidence)`. */
export function speaker(id: string) {
  return (
    kind: OutcomeKind,
    key: string,
    args: readonly (string | number)[] = [],
    evidence: Evidence[] = [],
    facts?: Outcome['facts'],
  ): Outcome => outcome(kind, say(`checks.${id}.${key}`, ...args), evidence, facts);
}

/** At most this many spots of one kind are shown and recorded; the sentence gives the whole number. */
export const MAX_EVIDENCE = 20;

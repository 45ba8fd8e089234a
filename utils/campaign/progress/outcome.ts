import { type Category, categories } from '../../checks/category';
import type { JudgedOutcome, OutcomeKind } from '../../checks/check';
import type { Json } from '../../findings/json';
import type { CivilDate } from '../../page/snapshot';
import { asDate, asNumber, asOneOf, asRecord, asText } from '../values';

/** What one check said about a page of an item, as far as coverage needs it. */
export interface SeenOutcome {
  check: string;
  category: Category;
  kind: Exclude<OutcomeKind, 'notApplicable'>;
  lastUpdated: CivilDate | null;
  daysLeft: number | null;
}

/** What coverage keeps of a judgement; checks that do not apply are left out. */
export function seenOutcomes(outcomes: readonly JudgedOutcome[]): SeenOutcome[] {
  return outcomes.flatMap(({ kind, check, category, facts }) =>
    kind === 'notApplicable'
      ? []
      : [
          {
            check,
            category,
            kind,
            lastUpdated: facts?.lastUpdated ?? null,
            daysLeft: facts?.daysLeft ?? null,
          },
        ],
  );
}

/** Reads an outcome from an entry; null when it is none. */
export function asOutcome(value: Json | undefined): SeenOutcome | null {
  const outcome = asRecord(value);
  const category = asOneOf(categories, outcome?.category);
  const kind = asOneOf(['fail', 'review', 'pass'] as const, outcome?.kind);
  if (!outcome || !category || !kind) return null;
  return {
    check: asText(outcome.check),
    category,
    kind,
    lastUpdated: asDate(outcome.lastUpdated),
    daysLeft: asNumber(outcome.daysLeft),
  };
}

import type { JudgedOutcome } from '../checks/check';
import type { IndicatorPack } from '../indicators/pack';
import type { PageTypo } from './page';

/** A suspected typo as an outcome, so that it is recorded like any other: a rule's hit is 问题, the model's is 待核. */
export function typoOutcome(typo: PageTypo, pack: IndicatorPack): JudgedOutcome {
  const indicator = pack.indicators[pack.checks.typos ?? ''];
  return {
    check: 'typos',
    category: 'wording',
    kind: typo.level === 'sure' ? 'fail' : 'review',
    reason: typo.why,
    evidence: [{ quote: typo.wrong, place: { block: typo.block, start: typo.start, end: typo.end } }],
    clause: indicator
      ? { id: indicator.id, text: indicator.clause, source: indicator.source, verified: indicator.verified }
      : null,
  };
}

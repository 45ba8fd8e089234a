import type { OutcomeKind } from '../../utils/checks/check';
import { t } from './words';

/** Shape and word carry the meaning; colour only repeats it. */
const shapes: Record<OutcomeKind, string> = { fail: '▲', review: '?', pass: '✓', notApplicable: '–' };

export function OutcomeMark({ kind, count }: { kind: OutcomeKind; count?: number }) {
  return (
    <span class={`mark mark-${kind}`}>
      <span aria-hidden="true">{shapes[kind]}</span> {t(`outcome.${kind}`)}
      {count === undefined ? null : <b> {count}</b>}
    </span>
  );
}

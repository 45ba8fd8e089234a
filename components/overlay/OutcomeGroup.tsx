import type { JudgedOutcome, OutcomeKind } from '../../utils/checks/check';
import { OutcomeMark } from '../shared/OutcomeMark';
import { CheckRow } from './CheckRow';
import type { OverlayActions, OverlayState } from './model';

/** The checks with one outcome; 问题 and 待核 lie open. */
export function OutcomeGroup(props: {
  kind: OutcomeKind;
  outcomes: readonly JudgedOutcome[];
  state: OverlayState;
  actions: OverlayActions;
}) {
  const { kind, state, actions } = props;
  const outcomes = props.outcomes.filter(
    (outcome) => outcome.kind === kind && !state.letBe.value.has(outcome.check),
  );
  if (outcomes.length === 0) return null;
  return (
    <details class="group" open={kind === 'fail' || kind === 'review'}>
      <summary>
        <OutcomeMark kind={kind} count={outcomes.length} />
      </summary>
      <ul>
        {outcomes.map((outcome) => (
          <CheckRow key={outcome.check} outcome={outcome} state={state} actions={actions} />
        ))}
      </ul>
    </details>
  );
}

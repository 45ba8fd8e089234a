import type { Evidence, JudgedOutcome } from '../../utils/checks/check';
import { t, words } from '../shared/words';
import type { OverlayActions, OverlayState } from './model';

/** Evidence shown before 其余 n 处. */
const shownAtOnce = 5;

/** One check: its name, the reason in one sentence, the spots on the page, and the clause it rests on. */
export function CheckRow({
  outcome,
  state,
  actions,
}: {
  outcome: JudgedOutcome;
  state: OverlayState;
  actions: OverlayActions;
}) {
  const first = outcome.evidence.slice(0, shownAtOnce);
  const rest = outcome.evidence.slice(shownAtOnce);
  const spot = (evidence: Evidence, index: number) => (
    <Spot key={index} evidence={evidence} outcome={outcome} state={state} actions={actions} />
  );
  return (
    <li class={`check check-${outcome.kind}`} data-check={outcome.check}>
      <h2>{t(`checks.${outcome.check}.name`)}</h2>
      <p>{words(outcome.reason)}</p>
      {first.length > 0 ? <ul class="spots">{first.map(spot)}</ul> : null}
      {rest.length > 0 ? (
        <details>
          <summary>{t('panel.moreSpots', rest.length)}</summary>
          <ul class="spots">{rest.map(spot)}</ul>
        </details>
      ) : null}
      {outcome.clause && outcome.kind !== 'notApplicable' ? (
        <p class="clause">
          {t('panel.clause', `${outcome.clause.id} ${outcome.clause.text}`)}
          {outcome.clause.verified ? null : <em> {t('panel.unverified')}</em>}
        </p>
      ) : null}
      {outcome.evidence.length === 0 && (outcome.kind === 'fail' || outcome.kind === 'review') ? (
        <button type="button" onClick={() => actions.record(outcome)}>
          {t('panel.record')}
        </button>
      ) : null}
    </li>
  );
}

function Spot({
  evidence,
  outcome,
  state,
  actions,
}: {
  evidence: Evidence;
  outcome: JudgedOutcome;
  state: OverlayState;
  actions: OverlayActions;
}) {
  const wanting = outcome.kind === 'fail' || outcome.kind === 'review';
  return (
    <li>
      <q>{evidence.quote}</q>
      {evidence.note ? <span class="note"> {words(evidence.note)}</span> : null}
      <span class="spot-actions">
        {evidence.place ? (
          <button type="button" onClick={() => actions.locate(evidence)}>
            {t('panel.locate')}
          </button>
        ) : null}
        {wanting ? (
          <button type="button" onClick={() => actions.record(outcome, evidence)}>
            {t('panel.record')}
          </button>
        ) : null}
      </span>
      {state.lost.value === evidence ? <span role="alert">{t('panel.lost')}</span> : null}
    </li>
  );
}

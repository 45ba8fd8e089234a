import type { Evidence, JudgedOutcome } from '../../utils/checks/check';
import { maskPersonal } from '../../utils/privacy/find';
import { t, words } from '../shared/words';
import { Except } from './Except';
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
      {outcome.sunk ? <p class="note">{t('trust.sunk')}</p> : null}
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
      {outcome.kind === 'fail' || outcome.kind === 'review' ? (
        <Decide outcome={outcome} actions={actions} />
      ) : null}
    </li>
  );
}

/** 记录, where no spot offers it, and 列为例外 for what is legitimate here (no personnel change this year). */
function Decide({ outcome, actions }: { outcome: JudgedOutcome; actions: OverlayActions }) {
  return (
    <Except onExcept={(ignore) => actions.except(outcome, ignore)}>
      {outcome.evidence.length === 0 ? (
        <button type="button" onClick={() => actions.record(outcome)}>
          {t('panel.record')}
        </button>
      ) : null}
    </Except>
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
      {evidence.quote ? <q>{maskPersonal(evidence.quote)}</q> : null}
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

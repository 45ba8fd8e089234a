import { consultationsOf } from '../../utils/checks/consultations/cases';
import type { ConsultationCase } from '../../utils/consultations/fold';
import { type Lifecycle, lifecycleOf } from '../../utils/consultations/lifecycle';
import { OutcomeMark } from '../shared/OutcomeMark';
import { t } from '../shared/words';
import type { OverlayActions, PartProps, Walk } from './model';
import { WalkedOutcomes, WalkPart } from './Walk';

/** Rows shown before the rest is folded away. */
const shownAtOnce = 8;

/** The life cycle of every consultation on the page: 征集中 / 已结束 N 天未见反馈 / 已反馈, with the way to prove it. */
export function Consultations({ report, state, actions }: PartProps) {
  const walk = state.walk.value;
  const { cases: all, own } = consultationsOf(report.snapshot, report.seen);
  const cases = all.filter((one) => !one.resultOnly);
  if (cases.length === 0) return null;
  const rows = cases.map((one) => (
    <Case
      key={`${one.href} ${one.title}`}
      one={one}
      state={lifecycleOf(one, report.now)}
      walk={walk}
      actions={actions}
    />
  ));
  return (
    <details class="group" open={cases.length <= 3}>
      <summary>{t('consultation.title', cases.length)}</summary>
      {own ? null : <WalkPart cases={cases} report={report} walk={walk} actions={actions} />}
      <ul>{rows.slice(0, shownAtOnce)}</ul>
      {rows.length > shownAtOnce ? (
        <details>
          <summary>{t('panel.moreSpots', rows.length - shownAtOnce)}</summary>
          <ul>{rows.slice(shownAtOnce)}</ul>
        </details>
      ) : null}
    </details>
  );
}

function Case({
  one,
  state,
  walk,
  actions,
}: {
  one: ConsultationCase;
  state: Lifecycle;
  walk: Walk | null;
  actions: OverlayActions;
}) {
  const unanswered = state.phase === 'closed' || state.phase === 'unknown';
  return (
    <li class="check">
      <p>{one.title}</p>
      <p>
        <OutcomeMark kind={unanswered ? 'review' : 'pass'} /> {phaseOf(state)}
        {one.closes ? <small> {t('consultation.closes', one.closes)}</small> : null}
      </p>
      <p class="spot-actions">
        {one.place ? (
          <button type="button" onClick={() => actions.locate({ quote: one.title, place: one.place })}>
            {t('panel.locate')}
          </button>
        ) : null}
        {one.feedback?.href ? (
          <a href={one.feedback.href} target="_blank" rel="noreferrer">
            {t('consultation.openFeedback')}
          </a>
        ) : null}
        {unanswered ? (
          <button type="button" onClick={() => actions.proveNone(one)}>
            {t('consultation.prove')}
          </button>
        ) : null}
      </p>
      <WalkedOutcomes href={one.href} walk={walk} />
    </li>
  );
}

function phaseOf({ phase, daysLeft, daysSince, answeredAfter }: Lifecycle): string {
  switch (phase) {
    case 'open':
      return daysLeft === null ? t('consultation.open') : t('consultation.openDays', daysLeft);
    case 'answered':
      return answeredAfter === null
        ? t('consultation.answered')
        : t('consultation.answeredDays', answeredAfter);
    case 'closed':
      return daysSince === null ? t('consultation.closed') : t('consultation.closedDays', daysSince);
    case 'unknown':
      return t('consultation.unknown');
  }
}

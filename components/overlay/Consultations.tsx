import { type ConsultationCase, foldConsultations } from '../../utils/consultations/fold';
import { type Lifecycle, lifecycleOf } from '../../utils/consultations/lifecycle';
import { readConsultations } from '../../utils/consultations/read';
import { OutcomeMark } from '../shared/OutcomeMark';
import { t } from '../shared/words';
import type { OverlayActions, PageReport } from './model';

/** Rows shown before the rest is folded away. */
const shownAtOnce = 8;

/** The life cycle of every consultation on the page: 征集中 / 已结束 N 天未见反馈 / 已反馈, with the way to prove it. */
export function Consultations({ report, actions }: { report: PageReport; actions: OverlayActions }) {
  const cases = foldConsultations([readConsultations(report.snapshot)]).filter((one) => !one.resultOnly);
  if (cases.length === 0) return null;
  const rows = cases.map((one) => (
    <Case key={`${one.href} ${one.title}`} one={one} state={lifecycleOf(one, report.now)} actions={actions} />
  ));
  return (
    <details class="group" open={cases.length <= 3}>
      <summary>{t('consultation.title', cases.length)}</summary>
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

function Case({ one, state, actions }: { one: ConsultationCase; state: Lifecycle; actions: OverlayActions }) {
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

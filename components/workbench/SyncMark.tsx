import type { Finding } from '../../utils/findings/finding';
import { t, words } from '../shared/words';
import type { Workbench } from './model';

/** How a finding stands with the team, for its row: reviewers disagree, not sent yet, or not taken. */
export function SyncMark({ finding, model }: { finding: Finding; model: Workbench }) {
  const traffic = model.team.standing.value?.traffic;
  return (
    <>
      {finding.conflicts.length > 0 ? <span class="mark mark-bad">⚠ {t('sync.state.disputed')}</span> : null}
      {traffic?.refused.has(finding.id) ? (
        <span class="mark mark-bad">✕ {t('sync.state.refused')}</span>
      ) : traffic?.waiting.has(finding.id) ? (
        <span class="mark">↑ {t('sync.state.waiting')}</span>
      ) : null}
    </>
  );
}

/** Why the endpoint does not take a finding's record, in its details. */
export function SyncRefusal({ finding, model }: { finding: Finding; model: Workbench }) {
  const reason = model.team.standing.value?.traffic.refused.get(finding.id);
  return reason ? (
    <p class="missing" role="status">
      {t('sync.state.refused')}: {words(reason)}
    </p>
  ) : null;
}

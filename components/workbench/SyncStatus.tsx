import { useEffect } from 'preact/hooks';
import { sendMessage } from '../../utils/messages';
import { t, words } from '../shared/words';
import type { Workbench } from './model';

/** Between two looks at the counts while the workbench is open, in ms. */
const LOOK_MS = 3_000;

/** How the exchange with the team stands; nothing while there is no team. */
export function SyncStatus({ model }: { model: Workbench }) {
  const { team } = model;
  useEffect(() => {
    void team.look();
    const timer = setInterval(() => void team.look(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  if (!team.standing.value) return null;
  const { state, traffic } = team.standing.value;
  const waiting = [...traffic.waiting.values()].reduce((sum, count) => sum + count, 0);
  const disputed = model.findings.value.filter((finding) => finding.conflicts.length > 0).length;
  const parts = [
    state?.doneAt ? t('sync.at', new Date(state.doneAt).toLocaleTimeString()) : t('sync.never'),
    ...(waiting > 0 ? [t('sync.waiting', waiting)] : []),
    ...(traffic.waitingBlobs > 0 ? [t('sync.waitingBlobs', traffic.waitingBlobs)] : []),
    ...(disputed > 0 ? [t('sync.conflicts', disputed)] : []),
    ...(traffic.refused.size > 0 ? [t('sync.refused', traffic.refused.size)] : []),
  ];
  return (
    <p class="sync" role="status">
      <span>{parts.join(' · ')}</span>
      {state?.problem ? <b>{words(state.problem)}</b> : null}
      <button type="button" class="quiet" onClick={() => void sendMessage('syncNow').then(() => team.look())}>
        {t('sync.now')}
      </button>
      {traffic.refused.size > 0 ? (
        <button type="button" class="quiet" onClick={() => void team.retry()}>
          {t('sync.retry')}
        </button>
      ) : null}
    </p>
  );
}

/** A mark on a finding that the team does not have yet, with the reason where the endpoint does not take it. */
export function SyncMark({ finding, model }: { finding: string; model: Workbench }) {
  const traffic = model.team.standing.value?.traffic;
  const refused = traffic?.refused.get(finding);
  if (refused) return <span title={words(refused)}>{t('sync.state.refused')}</span>;
  return traffic?.waiting.has(finding) ? <span>{t('sync.state.waiting')}</span> : null;
}

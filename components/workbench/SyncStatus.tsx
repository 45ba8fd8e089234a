import { useEffect } from 'preact/hooks';
import { t, words } from '../shared/words';
import type { SharedDisputes } from './disputes/model';
import type { Workbench } from './model';

/** Between two looks at the counts while the workbench is open, and while the reviewer waits for an exchange, in ms. */
const LOOK_MS = 3_000;
const WAITING_LOOK_MS = 500;

interface Props {
  model: Workbench;
  shared: SharedDisputes;
  openSettings(): void;
}

/** How the exchange with the team stands; nothing while there is no team. */
export function SyncStatus({ model, shared, openSettings }: Props) {
  const { team } = model;
  const busy = team.busy.value;
  useEffect(() => {
    void team.look();
    const timer = setInterval(() => void team.look(), busy ? WAITING_LOOK_MS : LOOK_MS);
    return () => clearInterval(timer);
  }, [busy]);
  if (!team.standing.value) return null;
  const { state, traffic, needsSettings, lacksPassword } = team.standing.value;
  const waiting = [...traffic.waiting.values()].reduce((sum, count) => sum + count, 0);
  const disputedFindings = model.findings.value.filter((finding) => finding.conflicts.length > 0).length;
  const disputed = disputedFindings + shared.disputes.value.length;
  const parts = [
    state?.doneAt ? t('sync.at', new Date(state.doneAt).toLocaleTimeString()) : t('sync.never'),
    ...(waiting > 0 ? [t('sync.waiting', waiting)] : []),
    ...(traffic.waitingBlobs > 0 ? [t('sync.waitingBlobs', traffic.waitingBlobs)] : []),
    ...(disputed > 0 ? [t('sync.conflicts', disputed)] : []),
    ...(traffic.refused.size > 0 ? [t('sync.refused', traffic.refused.size)] : []),
    ...(traffic.refusedBlobs.size > 0 ? [t('sync.refusedBlobs', traffic.refusedBlobs.size)] : []),
  ];
  return (
    <p class="sync" role="status">
      <span>{parts.join(' · ')}</span>
      {lacksPassword ? (
        <b>{t('sync.passwordAgain')}</b>
      ) : state?.problem ? (
        <b>{words(state.problem)}</b>
      ) : null}
      {needsSettings ? (
        <button type="button" class="quiet" onClick={openSettings}>
          {t('sync.toSettings')}
        </button>
      ) : null}
      <button
        type="button"
        class="quiet"
        disabled={busy}
        onClick={() => void model.attempt(() => team.exchange())}
      >
        {t(busy ? 'sync.underWay' : 'sync.now')}
      </button>
      {traffic.refused.size + traffic.refusedBlobs.size > 0 ? (
        <button
          type="button"
          class="quiet"
          title={[...traffic.refusedBlobs.values()].map(words)[0]}
          onClick={() => void team.retry()}
        >
          {t('sync.retry')}
        </button>
      ) : null}
    </p>
  );
}

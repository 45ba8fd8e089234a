import { probeable } from '../../utils/links/probe';
import { t } from '../shared/words';
import type { PartProps } from './model';
import { TaskProgress } from './TaskProgress';

/** 核对链接: asks every link of the page when the reviewer wants it; what it finds is an outcome like any other. */
export function LinkProbe({ report, state, actions }: PartProps) {
  const progress = state.probe.value;
  const count = probeable(report.snapshot.links).length;
  if (count === 0) return null;
  return (
    <details class="group task" open={progress !== null}>
      <summary>{t('probe.title', count)}</summary>
      <TaskProgress
        progress={progress}
        start={t('probe.start', count)}
        again={t('probe.again')}
        running="probe.running"
        finished="probe.finished"
        onStart={() => actions.startProbe()}
        onStop={() => actions.stopProbe()}
      />
      <p class="hint">{t('probe.hint')}</p>
    </details>
  );
}

import { t } from '../shared/words';
import type { Progress } from './model';

/** A task that fetches something: its button, then how far it is with a way to stop, then that it is done. */
export function TaskProgress({
  progress,
  start,
  again,
  running,
  finished,
  onStart,
  onStop,
}: {
  progress: Progress | null;
  start: string;
  again: string;
  /** Keys of the sentences with done and all. */
  running: string;
  finished: string;
  onStart(): void;
  onStop(): void;
}) {
  const isRunning = progress?.running === true;
  return (
    <>
      <p role="status">{progress ? t(isRunning ? running : finished, progress.done, progress.all) : null}</p>
      {isRunning ? (
        <progress
          value={progress.done}
          max={Math.max(1, progress.all)}
          aria-label={t(running, progress.done, progress.all)}
        />
      ) : null}
      <p class="actions">
        {isRunning ? (
          <button type="button" onClick={onStop}>
            {t('task.stop')}
          </button>
        ) : (
          <button type="button" onClick={onStart}>
            {progress ? again : start}
          </button>
        )}
      </p>
    </>
  );
}

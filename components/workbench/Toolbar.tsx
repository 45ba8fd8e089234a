import { useRef } from 'preact/hooks';
import { t, words } from '../shared/words';
import { backupFile, csvFile, evidenceFile } from './handover';
import type { Workbench } from './model';

/** What is handed over, kept safe and brought back: ledger, evidence, backup. Works on what the filter shows. */
export function Toolbar({ model }: { model: Workbench }) {
  const rows = model.shown.value;
  const task = model.task.value;
  const picker = useRef<HTMLInputElement>(null);
  if (task) {
    return (
      <p class="actions" role="status">
        <span>{words(task.text)}</span>
        {task.total > 0 ? (
          <progress aria-label={words(task.text)} max={task.total} value={task.done} />
        ) : null}
        <button type="button" onClick={() => task.stop.abort()}>
          {t('form.cancel')}
        </button>
      </p>
    );
  }
  return (
    <p class="actions">
      <button
        type="button"
        class="primary"
        disabled={rows.length === 0}
        onClick={() => void model.handOver(() => csvFile(rows, Date.now()))}
      >
        {t('workbench.exportCsv')}
      </button>
      <button
        type="button"
        disabled={rows.length === 0}
        onClick={() =>
          void model.handOver(
            (store, progress) => evidenceFile(rows, store, Date.now(), progress),
            rows.length,
          )
        }
      >
        {t('handover.evidence')}
      </button>
      <button type="button" onClick={() => void model.handOver((store) => backupFile(store, Date.now()))}>
        {t('handover.backup')}
      </button>
      <button type="button" onClick={() => picker.current?.click()}>
        {t('handover.restore')}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".zip"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void model.restore(file);
        }}
      />
    </p>
  );
}

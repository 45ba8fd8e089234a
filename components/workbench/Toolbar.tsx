import { t } from '../shared/words';
import { exportCsv } from './exportCsv';
import type { Workbench } from './model';

/** What can be done with the findings that the filter shows. */
export function Toolbar({ model }: { model: Workbench }) {
  const rows = model.shown.value;
  return (
    <p class="actions">
      <button type="button" disabled={rows.length === 0} onClick={() => exportCsv(rows, Date.now())}>
        {t('workbench.exportCsv')}
      </button>
    </p>
  );
}

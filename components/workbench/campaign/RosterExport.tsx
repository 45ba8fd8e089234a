import { ROSTER } from '../../../utils/report/roster';
import { t } from '../../shared/words';
import type { CampaignModel } from './model';
import { saveCsv } from './saveCsv';

/** The roster as a file that can be brought in again. */
export function RosterExport({ model }: { model: CampaignModel }) {
  const items = model.board.value.map(({ record }) => record.item);
  if (items.length === 0) return null;
  return (
    <button type="button" onClick={() => void saveCsv(ROSTER, items, `${model.open.value!.name}-台账`)}>
      {t('roster.export')}
    </button>
  );
}

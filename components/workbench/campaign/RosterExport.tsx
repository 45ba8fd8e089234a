import { csv } from '../../../utils/report/csv';
import { ROSTER } from '../../../utils/report/roster';
import { t, words } from '../../shared/words';
import { download } from '../download';
import type { CampaignModel } from './model';

/** The roster as a file that can be brought in again. */
export function RosterExport({ model }: { model: CampaignModel }) {
  const items = model.board.value.map(({ record }) => record.item);
  if (items.length === 0) return null;
  const write = async () => {
    const pieces: string[] = [];
    for await (const piece of csv(ROSTER, [items], { words })) pieces.push(piece);
    download(new Blob(pieces, { type: 'text/csv;charset=utf-8' }), `${model.open.value!.name}-台账.csv`);
  };
  return (
    <button type="button" onClick={() => void write()}>
      {t('roster.export')}
    </button>
  );
}

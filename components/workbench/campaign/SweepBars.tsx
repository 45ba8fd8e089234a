import { sweepOf } from '../../../utils/campaign/progress/board';
import { categories } from '../../../utils/checks/category';
import { t } from '../../shared/words';
import type { CampaignModel } from './model';

/** How far each required check has come over all items; a bar begins or ends going through that check alone (逐项扫查). */
export function SweepBars({ model }: { model: CampaignModel }) {
  const board = model.board.value.filter(({ state }) => state !== 'exempt');
  const chosen = model.filter.value.sweep;
  const rows = categories.flatMap((category) => {
    const due = board.filter(({ checks }) => checks.some((check) => check.category === category)).length;
    return due > 0 ? [{ category, due, done: due - sweepOf(board, category).length }] : [];
  });
  return (
    <ul class="sweeps" aria-label={t('board.sweep')}>
      {rows.map(({ category, due, done }) => (
        <li key={category}>
          <button
            type="button"
            aria-pressed={chosen === category}
            onClick={() => void model.sweep(chosen === category ? '' : category)}
          >
            {t('board.sweepBar', t(`category.${category}`), done, due)}
            <progress value={done} max={due} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

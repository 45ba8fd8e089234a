import { useSignal } from '@preact/signals';
import { dueSoon } from '../../../utils/campaign/progress/board';
import { dueToday } from '../../../utils/campaign/progress/rounds';
import { WARNINGS } from '../../../utils/report/warnings';
import { t } from '../../shared/words';
import { DueItems } from './DueItems';
import type { CampaignModel } from './model';
import { saveCsv } from './saveCsv';

/** What is due: recurring rounds of today, and items whose limit is near, as a list to send out. */
export function Reminders({ model }: { model: CampaignModel }) {
  const within = useSignal(3);
  const soon = dueSoon(model.board.value, within.value);
  const rounds = dueToday(model.open.value!.rounds, model.board.value, model.realDay());
  const list = soon
    .map(({ record: { item }, lastUpdated, daysLeft }) =>
      t('reminders.line', item.unit, item.name, lastUpdated ?? '', daysLeft!),
    )
    .join('\n');
  return (
    <details class="reminders">
      <summary>
        {t('reminders.title', soon.length)}
        {rounds.map(({ round, items, total }) => (
          <span key={round.id}> · {t('reminders.round', round.name, total - items.length, total)}</span>
        ))}
      </summary>
      {rounds.map((due) => (
        <DueItems key={due.round.id} model={model} due={due} />
      ))}
      <label class="inline-label">
        {t('reminders.within')}
        <input
          type="number"
          min={0}
          max={60}
          value={within.value}
          onInput={(event) => {
            within.value = Number(event.currentTarget.value) || 0;
          }}
        />
      </label>
      {soon.length > 0 ? (
        <>
          <ul>
            {list.split('\n').map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <button type="button" onClick={() => void navigator.clipboard.writeText(list)}>
            {t('reminders.copy')}
          </button>{' '}
          <button
            type="button"
            onClick={() => void saveCsv(WARNINGS, soon, `${model.open.value!.name}-${t('reminders.file')}`)}
          >
            {t('reminders.save')}
          </button>
        </>
      ) : (
        <p class="hint">{t('reminders.none')}</p>
      )}
    </details>
  );
}

import type { Due } from '../../../utils/campaign/progress/rounds';
import { t } from '../../shared/words';
import type { CampaignModel } from './model';

/** What a recurring round still has to look at in its present period; each item opens its details. */
export function DueItems({ model, due }: { model: CampaignModel; due: Due }) {
  const { round, to, items } = due;
  if (items.length === 0) return <p class="hint">{t('reminders.roundDone', round.name)}</p>;
  return (
    <section class="due-items">
      <h2>{t('reminders.due', round.name, items.length, to)}</h2>
      <ul>
        {items.map(({ record: { item } }) => (
          <li key={item.id}>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                model.selected.value = item.id;
              }}
            >
              {[item.unit, item.platform && t(`platform.${item.platform}`), item.name]
                .filter(Boolean)
                .join(' · ')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

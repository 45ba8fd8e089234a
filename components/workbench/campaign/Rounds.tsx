import { browser } from 'wxt/browser';
import { CADENCES, type Cadence, roundField } from '../../../utils/campaign/campaign';
import { ITEM_KINDS } from '../../../utils/campaign/roster/item';
import { t } from '../../shared/words';
import type { CampaignModel } from './model';

/** Recurring rounds (日常监测) beside the inspection; reminders need a permission that is asked for here. */
export function Rounds({ model }: { model: CampaignModel }) {
  const { rounds } = model.open.value!;
  return (
    <section class="setup">
      <h2>{t('rounds.title')}</h2>
      <ul>
        {rounds.map((round) => (
          <li key={round.id}>
            {t(
              'rounds.line',
              round.name,
              t(`rounds.cadence.${round.cadence}`),
              round.starts,
              round.kinds.map((kind) => t(`itemKind.${kind}`)).join('、'),
            )}{' '}
            <button type="button" onClick={() => void model.change({ [roundField(round.id)]: null })}>
              {t('workbench.remove')}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const data = new FormData(form);
          const value = {
            name: String(data.get('name')).trim(),
            cadence: String(data.get('cadence')) as Cadence,
            starts: model.realDay(),
            kinds: data.getAll('kind').map(String),
          };
          void model
            .change({ [roundField(crypto.randomUUID().slice(0, 8))]: value })
            .then(() => form.reset());
        }}
      >
        <input
          name="name"
          required
          maxLength={40}
          aria-label={t('rounds.name')}
          placeholder={t('rounds.name')}
        />
        <select name="cadence" aria-label={t('rounds.every')}>
          {CADENCES.map((cadence) => (
            <option key={cadence} value={cadence}>
              {t(`rounds.cadence.${cadence}`)}
            </option>
          ))}
        </select>
        {ITEM_KINDS.map((kind) => (
          <label class="choice" key={kind}>
            <input type="checkbox" name="kind" value={kind} defaultChecked />
            {t(`itemKind.${kind}`)}
          </label>
        ))}
        <button type="submit">{t('rounds.add')}</button>
      </form>
      <p class="actions">
        <button
          type="button"
          onClick={() => void browser.permissions.request({ permissions: ['notifications'] })}
        >
          {t('rounds.allow')}
        </button>
      </p>
    </section>
  );
}

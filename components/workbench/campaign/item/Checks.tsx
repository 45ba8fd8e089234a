import { useSignal } from '@preact/signals';
import { RULINGS, type Ruling } from '../../../../utils/campaign/progress/record';
import type { Coverage } from '../../../../utils/campaign/progress/state';
import { beijingTime } from '../../../../utils/report/columns';
import { t } from '../../../shared/words';
import type { CampaignModel } from '../model';

/** The required checks of an item, how each stands, and the reviewer's word on each. */
export function Checks({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
  const { record, checks } = coverage;
  const note = useSignal('');
  const until = useSignal('');
  const waiting = checks.filter(({ stand }) => stand === 'open' || stand === 'suggested');
  return (
    <section aria-label={t('board.checks')}>
      <h3>{t('board.checks')}</h3>
      <ul class="checks">
        {checks.map(({ category, stand }) => {
          const verdict = record.verdicts[category];
          return (
            <li key={category}>
              <span class="check-name">{t(`category.${category}`)}</span>
              <span class={`stand stand-${stand}`}>{t(`stand.${stand}`)}</span>
              <select
                aria-label={t('board.verdictOn', t(`category.${category}`))}
                value={verdict?.ruling ?? ''}
                onChange={(event) =>
                  void model.rule(
                    record.item.id,
                    [category],
                    (event.currentTarget.value || null) as Ruling | null,
                    note.value,
                    until.value || null,
                  )
                }
              >
                <option value="">{t('board.noVerdict')}</option>
                {RULINGS.map((ruling) => (
                  <option key={ruling} value={ruling}>
                    {t(`ruling.${ruling}`)}
                  </option>
                ))}
              </select>
              {verdict ? (
                <small>
                  {verdict.author} {beijingTime(verdict.at)} {verdict.note}
                  {verdict.until ? ` ${t('board.until', verdict.until)}` : ''}
                </small>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p class="inline">
        <input
          aria-label={t('board.note')}
          placeholder={t('board.note')}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
        />
        <label class="inline-label">
          {t('board.exceptUntil')}
          <input
            type="date"
            value={until.value}
            onInput={(event) => {
              until.value = event.currentTarget.value;
            }}
          />
        </label>
      </p>
      {waiting.length > 0 ? (
        <button
          type="button"
          onClick={() =>
            void model.rule(
              record.item.id,
              waiting.map(({ category }) => category),
              'pass',
              note.value,
            )
          }
        >
          {t('board.allPass', waiting.length)}
        </button>
      ) : null}
    </section>
  );
}

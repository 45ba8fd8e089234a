import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ReadDay } from '../../../../utils/reading/days';
import { beijingTime } from '../../../../utils/report/columns';
import { t, words } from '../../../shared/words';
import type { CampaignModel } from '../model';
import { ReadingModel } from './model';

/** 读网记录: the switch, the days with their sign-off line, and the pages of a day. */
export function ReadingView({ model: campaign }: { model: CampaignModel }) {
  const id = campaign.openId.value;
  const model = useMemo(() => new ReadingModel(campaign), [id]);
  useEffect(() => model.follow(), [model]);
  const signed = campaign.open.value!.signOffs;
  const forgetting = useSignal(false);
  return (
    <div class="notice-view reading">
      <label class="choice">
        <input
          type="checkbox"
          checked={model.on.value}
          onChange={(event) => void model.turn(event.currentTarget.checked)}
        />
        {t('reading.switch')}
      </label>
      <p class="hint">{t('reading.about')}</p>
      <p class="actions">
        <button
          type="button"
          class="primary"
          disabled={model.pages.value.length + signed.length === 0}
          onClick={() => void model.export()}
        >
          {t('reading.export')}
        </button>
        {forgetting.value ? (
          <>
            <span role="alert">{t('reading.sure', model.pages.value.length)}</span>
            <button
              type="button"
              onClick={() => {
                forgetting.value = false;
                void model.forget();
              }}
            >
              {t('reading.forget')}
            </button>
            <button
              type="button"
              onClick={() => {
                forgetting.value = false;
              }}
            >
              {t('form.cancel')}
            </button>
          </>
        ) : (
          <button
            type="button"
            disabled={model.pages.value.length === 0}
            onClick={() => {
              forgetting.value = true;
            }}
          >
            {t('reading.forget')}
          </button>
        )}
      </p>
      {model.days.value.length === 0 ? <p class="empty">{t('reading.none')}</p> : null}
      {model.days.value.map((day) => (
        <Day key={day.day} day={day} model={model} />
      ))}
      {signed.length > 0 ? (
        <section aria-label={t('reading.signed')}>
          <h2>{t('reading.signed')}</h2>
          <ul class="signed">
            {signed.map((one) => (
              <li key={`${one.day} ${one.author}`}>
                {words(model.lineOf(one))} <small>{t('reading.signedAt', beijingTime(one.at))}</small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Day({ day, model }: { day: ReadDay; model: ReadingModel }) {
  const before = model.signedFor(day.day);
  const note = useSignal(before?.note ?? '');
  return (
    <section aria-label={day.day}>
      <h2>{day.day}</h2>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void model.sign(day, note.value.trim());
        }}
      >
        <span class="line">{words(model.lineOf(model.draftOf(day, '')))}</span>
        <input
          aria-label={t('reading.note')}
          placeholder={t('reading.note')}
          maxLength={200}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
          }}
        />
        <button type="submit" disabled={model.reviewer.value === ''}>
          {t(before ? 'reading.signAgain' : 'reading.sign')}
        </button>
      </form>
      {model.reviewer.value === '' ? <p class="hint">{t('reading.needsName')}</p> : null}
      <details>
        <summary>{t('reading.pagesOf', day.pages.length)}</summary>
        <Pages day={day} model={model} />
      </details>
    </section>
  );
}

function Pages({ day, model }: { day: ReadDay; model: ReadingModel }) {
  const records = model.campaign.records.value;
  return (
    <div class="scroll-x">
      <table>
        <thead>
          <tr>
            {['title', 'item', 'seconds', 'share', 'at'].map((name) => (
              <th key={name} scope="col">
                {t(`reading.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {day.pages.map((page) => (
            <tr key={page.url}>
              <td>
                <a href={page.url} target="_blank" rel="noreferrer">
                  {page.title}
                </a>
              </td>
              <td>{records.get(page.item)?.item.name ?? ''}</td>
              <td>{page.seconds}</td>
              <td>{page.share}%</td>
              <td>{beijingTime(page.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

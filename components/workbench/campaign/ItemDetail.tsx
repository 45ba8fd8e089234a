import { useSignal } from '@preact/signals';
import { RULINGS, type Ruling } from '../../../utils/campaign/progress/record';
import type { Coverage } from '../../../utils/campaign/progress/state';
import { ITEM_STATUSES, type ItemStatus } from '../../../utils/campaign/roster/item';
import { platformNames } from '../../../utils/campaign/roster/platform';
import { sendMessage } from '../../../utils/messages';
import { beijingTime } from '../../../utils/report/columns';
import { t } from '../../shared/words';
import { DetailHead } from '../DetailHead';
import type { CampaignModel } from './model';

/** One item: the required checks with the reviewer's word on each, what was read, and its ledger entry. */
export function ItemDetail({ model }: { model: CampaignModel }) {
  const coverage = model.current.value;
  if (!coverage) return <aside class="detail detail-none">{t('board.choose')}</aside>;
  const { record, state } = coverage;
  const { item } = record;
  return (
    <aside class="detail" aria-label={t('board.detail')} key={item.id}>
      <DetailHead
        title={
          <>
            {item.name} <span class={`state state-${state}`}>{t(`itemState.${state}`)}</span>
          </>
        }
        hint={
          <>
            {item.platform ? platformNames[item.platform][0] : t(`itemKind.${item.kind}`)} · {item.unit}
            {item.url ? null : ` · ${t('board.noUrl')}`}
          </>
        }
        url={item.url}
        open={{ label: t('board.open'), run: () => void sendMessage('openItem', { item: item.id }) }}
        back={() => {
          model.selected.value = null;
        }}
      >
        <button type="button" onClick={() => model.goNext()}>
          {t('inspection.next')}
        </button>
      </DetailHead>
      <Checks coverage={coverage} model={model} />
      <Unreachable coverage={coverage} model={model} />
      {item.kind === 'account' ? (
        <label class="inline-label">
          {t('board.typedUpdate')}
          <input
            type="date"
            value={record.typedUpdate ?? ''}
            onChange={(event) => void model.setTypedUpdate(item.id, event.currentTarget.value || null)}
          />
        </label>
      ) : null}
      <LedgerFields coverage={coverage} model={model} />
      {record.pages.length > 0 ? (
        <>
          <h3>{t('board.pages', record.pages.length)}</h3>
          <ul class="pages">
            {record.pages.map((page) => (
              <li key={page.url}>
                <a href={page.url} target="_blank" rel="noreferrer">
                  {page.title || page.url}
                </a>{' '}
                <small>
                  {page.day}{' '}
                  {page.outcomes
                    .filter(({ kind }) => kind !== 'pass')
                    .map(({ category, kind }) => `${t(`category.${category}`)} ${t(`outcome.${kind}`)}`)
                    .join('；')}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  );
}

function Checks({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
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

function Unreachable({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
  const { item } = coverage.record;
  const { unreachable } = coverage.record;
  const reason = useSignal('');
  if (unreachable) {
    return (
      <p>
        {t('board.unreachable', unreachable.reason, unreachable.author)}{' '}
        <button type="button" onClick={() => void model.setUnreachable(item.id, null)}>
          {t('board.reachable')}
        </button>
      </p>
    );
  }
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.value.trim()) void model.setUnreachable(item.id, reason.value.trim());
      }}
    >
      <input
        aria-label={t('board.unreachableWhy')}
        placeholder={t('board.unreachableWhy')}
        value={reason.value}
        onInput={(event) => {
          reason.value = event.currentTarget.value;
        }}
      />
      <button type="submit">{t('itemState.unreachable')}</button>
    </form>
  );
}

function LedgerFields({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
  const { item } = coverage.record;
  return (
    <details>
      <summary>{t('board.ledger')}</summary>
      <form
        class="edit"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const text = (name: string) => String(data.get(name) ?? '').trim();
          void model.editItem(item.id, {
            unit: text('unit'),
            name: text('name'),
            code: text('code'),
            owner: text('owner'),
            status: text('status') as ItemStatus,
            until: text('until') || null,
            hosts: text('hosts')
              .split(/[\s,，;；、]+/u)
              .filter(Boolean),
            note: text('note'),
          });
        }}
      >
        {(['unit', 'name', 'code', 'owner'] as const).map((field) => (
          <label key={field}>
            {t(`rosterField.${field}`)}
            <input name={field} value={item[field]} maxLength={200} />
          </label>
        ))}
        <label>
          {t('rosterField.status')}
          <select name="status" value={item.status}>
            {ITEM_STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`itemStatus.${status}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('rosterField.until')}
          <input name="until" type="date" value={item.until ?? ''} />
        </label>
        <label class="wide">
          {t('rosterField.hosts')}
          <input name="hosts" value={item.hosts.join('、')} />
        </label>
        <label class="wide">
          {t('rosterField.note')}
          <input name="note" value={item.note} maxLength={500} />
        </label>
        <p class="form-actions">
          <button type="submit" class="primary">
            {t('form.save')}
          </button>{' '}
          <button type="button" onClick={() => void model.removeItem(item.id)}>
            {t('roster.remove')}
          </button>
        </p>
      </form>
    </details>
  );
}

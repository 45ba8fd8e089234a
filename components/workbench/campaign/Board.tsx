import { platformNames, platforms } from '../../../utils/accounts/platform';
import { type Coverage, ITEM_STATES } from '../../../utils/campaign/progress/state';
import { categories } from '../../../utils/checks/category';
import { dayOf } from '../../../utils/dates/civil';
import { sendMessage } from '../../../utils/messages';
import { t } from '../../shared/words';
import { type BoardFilter, noBoardFilter } from './boardFilter';
import { ItemDetail } from './ItemDetail';
import type { CampaignModel } from './model';
import { PlatformPermissions } from './PlatformPermissions';
import { Reminders } from './Reminders';
import { SweepBars } from './SweepBars';

/** The coverage board: how far the inspection has come, one tile per item, and what to do next. */
export function Board({ model }: { model: CampaignModel }) {
  const { total, covered, percent, states } = model.progress.value;
  if (total === 0) return <p class="empty">{t('board.empty')}</p>;
  return (
    <div class="board" data-detail={model.current.value ? 'open' : undefined}>
      <section class="browse" aria-label={t('campaign.tab.board')}>
        <div class="progress">
          <label>
            {t('board.progress', covered, total, percent)}
            <progress value={covered} max={total} />
          </label>
          <p class="counts">
            {ITEM_STATES.map((state) => (
              <button
                key={state}
                type="button"
                class={`state state-${state}`}
                aria-pressed={model.filter.value.state === state}
                onClick={() => change(model, { state: model.filter.value.state === state ? '' : state })}
              >
                {t(`itemState.${state}`)} {states[state]}
              </button>
            ))}
          </p>
          <button
            type="button"
            class="primary"
            disabled={covered === total}
            onClick={() => void sendMessage('openNext', undefined)}
          >
            {t('inspection.next')}
          </button>
        </div>
        <SweepBars model={model} />
        <BoardFilters model={model} />
        <PlatformPermissions items={model.board.value.map(({ record }) => record.item)} />
        <Reminders model={model} />
        <ul class="tiles">
          {model.shown.value.map((coverage) => (
            <Tile key={coverage.record.item.id} coverage={coverage} model={model} />
          ))}
        </ul>
      </section>
      <ItemDetail model={model} />
    </div>
  );
}

function change(model: CampaignModel, part: Partial<BoardFilter>): void {
  model.filter.value = { ...model.filter.value, ...part };
}

function BoardFilters({ model }: { model: CampaignModel }) {
  const filter = model.filter.value;
  return (
    <search>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label={t('board.search')}
          placeholder={t('board.search')}
          value={filter.search}
          onInput={(event) => change(model, { search: event.currentTarget.value })}
        />
        <select
          aria-label={t('finding.unit')}
          value={filter.unit}
          onChange={(event) => change(model, { unit: event.currentTarget.value })}
        >
          <option value="">{t('filter.all', t('finding.unit'))}</option>
          {model.units.value.map((unit) => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </select>
        <select
          aria-label={t('board.platform')}
          value={filter.platform}
          onChange={(event) =>
            change(model, { platform: event.currentTarget.value as BoardFilter['platform'] })
          }
        >
          <option value="">{t('filter.all', t('board.platform'))}</option>
          <option value="site">{t('itemKind.site')}</option>
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {platformNames[platform][0]}
            </option>
          ))}
        </select>
        <select
          aria-label={t('board.sweep')}
          value={filter.sweep}
          onChange={(event) => void model.sweep(event.currentTarget.value as BoardFilter['sweep'])}
        >
          <option value="">{t('board.noSweep')}</option>
          {categories
            .filter((category) => Object.values(model.open.value!.requirements).flat().includes(category))
            .map((category) => (
              <option key={category} value={category}>
                {t('board.sweepOf', t(`category.${category}`))}
              </option>
            ))}
        </select>
        <p class="count" role="status">
          {t('filter.count', model.shown.value.length, model.board.value.length)}
          {Object.values(filter).some(Boolean) ? (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                change(model, noBoardFilter);
                void model.sweep('');
              }}
            >
              {t('filter.clear')}
            </button>
          ) : null}
        </p>
      </form>
    </search>
  );
}

function Tile({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
  const { record, state, lastUpdated, daysLeft, confirmed, suspected } = coverage;
  const { item, lastLook } = record;
  return (
    <li>
      <button
        type="button"
        class={`tile tile-${state}`}
        aria-pressed={model.selected.value === item.id}
        onClick={() => {
          model.selected.value = item.id;
        }}
      >
        <span class="tile-head">
          <b>{item.name}</b>
          <span class={`state state-${state}`}>{t(`itemState.${state}`)}</span>
        </span>
        <span class="tile-line">
          {item.platform ? platformNames[item.platform][0] : t(`itemKind.${item.kind}`)} · {item.unit}
        </span>
        <span class="tile-line">
          {lastUpdated ? t('board.updated', lastUpdated) : ''}
          {daysLeft !== null && daysLeft >= 0 ? ` ${t('board.daysLeft', daysLeft)}` : ''}
          {confirmed + suspected > 0 ? ` ${t('board.findings', confirmed, suspected)}` : ''}
        </span>
        <span class="tile-line">{lastLook ? `${lastLook.author} ${dayOf(lastLook.at)}` : ''}</span>
      </button>
    </li>
  );
}

import { categories } from '../../utils/checks/category';
import { type FindingFilter, isEmptyFilter, noFilter } from '../../utils/findings/filter';
import { STATUSES } from '../../utils/findings/finding';
import { t } from '../shared/words';
import type { Workbench } from './model';
import { SavedFilters } from './SavedFilters';

/** Search and filters over the ledger; the count says what is left. */
export function Filters({ model }: { model: Workbench }) {
  const filter = model.filter.value;
  const set = (change: Partial<FindingFilter>) => {
    model.filter.value = { ...filter, ...change };
  };
  return (
    <search>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          value={filter.search}
          onInput={(event) => set({ search: event.currentTarget.value })}
        />
        <Choice
          label={t('filter.site')}
          value={filter.site}
          options={model.ledger.sites.value.map((site) => [site, site])}
          onChange={(site) => set({ site })}
        />
        <Choice
          label={t('finding.category')}
          value={filter.category}
          options={categories.map((category) => [category, t(`category.${category}`)])}
          onChange={(category) => set({ category })}
        />
        {model.review.on.value ? null : (
          <Choice
            label={t('finding.status')}
            value={filter.status}
            options={STATUSES.map((status) => [status, t(`status.${status}`)])}
            onChange={(status) => set({ status: status as FindingFilter['status'] })}
          />
        )}
        <span class="period">
          <label>
            {t('filter.from')}
            <input
              type="date"
              value={filter.from}
              onInput={(event) => set({ from: event.currentTarget.value })}
            />
          </label>
          <label>
            {t('filter.to')}
            <input
              type="date"
              value={filter.to}
              onInput={(event) => set({ to: event.currentTarget.value })}
            />
          </label>
        </span>
        <p class="count">
          <span role="status">
            {t('filter.count', model.shown.value.length, model.findings.value.length)}
          </span>
          {isEmptyFilter(filter) ? null : (
            <button type="button" class="quiet" onClick={() => set(noFilter)}>
              {t('filter.clear')}
            </button>
          )}
          <label>
            <input
              type="checkbox"
              checked={model.ledger.grouped.value}
              onChange={(event) => {
                model.ledger.grouped.value = event.currentTarget.checked;
              }}
            />
            {t('filter.grouped')}
          </label>
          <SavedFilters model={model} />
        </p>
      </form>
    </search>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: [value: string, words: string][];
  onChange(value: string): void;
}) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('filter.all', label)}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}

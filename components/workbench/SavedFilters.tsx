import { useEffect, useState } from 'preact/hooks';
import { storage } from 'wxt/utils/storage';
import { type FindingFilter, isEmptyFilter, noFilter } from '../../utils/findings/filter';
import { takesFocus } from '../shared/forms';
import { t } from '../shared/words';
import type { Workbench } from './model';

interface SavedFilter {
  name: string;
  filter: FindingFilter;
}

const item = storage.defineItem<SavedFilter[]>('local:filters', { fallback: [] });

/** Filters kept under a name: one choice brings them back; the present one is saved or deleted here. */
export function SavedFilters({ model }: { model: Workbench }) {
  const [saved, setSaved] = useState<readonly SavedFilter[]>([]);
  const [naming, setNaming] = useState<string | null>(null);
  useEffect(() => {
    void item.getValue().then(setSaved);
    return item.watch((filters) => setSaved(filters ?? []));
  }, []);
  const filter = model.filter.value;
  const current = saved.find(
    (one) => JSON.stringify({ ...noFilter, ...one.filter }) === JSON.stringify(filter),
  );
  const save = () => {
    const name = naming!.trim();
    if (!name) return;
    void item.setValue([...saved.filter((one) => one.name !== name), { name, filter }]);
    setNaming(null);
  };
  return (
    <span class="saved-filters">
      {saved.length > 0 ? (
        <select
          aria-label={t('filter.saved')}
          value={current?.name ?? ''}
          onChange={({ currentTarget }) => {
            const chosen = saved.find((one) => one.name === currentTarget.value);
            model.filter.value = { ...noFilter, ...chosen?.filter };
          }}
        >
          <option value="">{t('filter.saved')}</option>
          {saved.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      {naming !== null ? (
        <>
          <input
            ref={takesFocus}
            aria-label={t('filter.name')}
            placeholder={t('filter.name')}
            maxLength={40}
            value={naming}
            onInput={(event) => setNaming(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') save();
              else if (event.key === 'Escape') setNaming(null);
              else return;
              event.preventDefault();
            }}
          />
          <button type="button" onClick={save}>
            {t('form.save')}
          </button>
        </>
      ) : current ? (
        <button
          type="button"
          class="quiet"
          onClick={() => void item.setValue(saved.filter((one) => one !== current))}
        >
          {t('filter.forget')}
        </button>
      ) : isEmptyFilter(filter) ? null : (
        <button type="button" class="quiet" onClick={() => setNaming('')}>
          {t('filter.save')}
        </button>
      )}
    </span>
  );
}

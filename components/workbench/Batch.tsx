import { t } from '../shared/words';
import type { Workbench } from './model';
import { VerdictActions } from './VerdictActions';

/** What is chosen, and what can be done with all of it at once; every step can be undone. */
export function Batch({ model }: { model: Workbench }) {
  const count = model.picked.value.size;
  return (
    <div class="batch">
      <button type="button" class="quiet" onClick={() => model.pickAll(count === 0)}>
        {t(count === 0 ? 'batch.all' : 'batch.none')}
      </button>
      <span role="status" class={count === 0 ? 'hint' : undefined}>
        {count > 0 ? t('batch.picked', count) : t('batch.keys')}
      </span>
      {count > 0 ? (
        <>
          <VerdictActions
            findings={model.meant.value}
            asking={model.asking.value}
            setAsking={(status) => {
              model.asking.value = status;
            }}
            decide={(verdict) => void model.decide(verdict)}
          />
          <button type="button" onClick={() => void model.remove(model.meant.value.map(({ id }) => id))}>
            {t('workbench.remove')}
          </button>
        </>
      ) : null}
    </div>
  );
}

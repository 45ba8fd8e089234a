import { useSignal } from '@preact/signals';
import type { Coverage } from '../../../../utils/campaign/progress/state';
import { t } from '../../../shared/words';
import type { CampaignModel } from '../model';

/** 无法查看: why an item cannot be looked at, until it can again. */
export function Unreachable({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
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

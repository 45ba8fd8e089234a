import type { Coverage } from '../../../../utils/campaign/progress/state';
import { ITEM_STATUSES, type ItemStatus } from '../../../../utils/campaign/roster/item';
import { t } from '../../../shared/words';
import type { CampaignModel } from '../model';

/** What the ledger says about an item, to be corrected or taken out. */
export function LedgerFields({ coverage, model }: { coverage: Coverage; model: CampaignModel }) {
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

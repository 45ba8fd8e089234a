import type { RosterDiff } from '../../../utils/campaign/roster/diff';
import type { RosterFields, RosterItem } from '../../../utils/campaign/roster/item';
import { fieldWords } from '../../../utils/campaign/roster/words';
import { t, words } from '../../shared/words';

/** What a ledger changes about the roster, item by item: old → new values, what is new and what is gone. */
export function RosterChanges({ diff }: { diff: RosterDiff<RosterItem> }) {
  return (
    <>
      <Names label="added" items={diff.added} />
      {diff.changed.length > 0 ? (
        <details open>
          <summary>{t('roster.changed', diff.changed.length)}</summary>
          <ul class="changes">
            {diff.changed.map(({ before, after, fields }) => (
              <li key={before.id}>
                {after.name}
                {'：'}
                {fields
                  .map((field) => `${t(`rosterField.${field}`)} ${step(before, after, field)}`)
                  .join('；')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Names label="missing" items={diff.missing} />
    </>
  );
}

function Names({ label, items }: { label: 'added' | 'missing'; items: readonly RosterFields[] }) {
  if (items.length === 0) return null;
  return (
    <details open>
      <summary>{t(`roster.${label}`, items.length)}</summary>
      <ul class="changes">
        {items.map((item) => (
          <li key={`${item.order} ${item.url} ${item.name}`}>
            {[item.unit, item.platform && t(`platform.${item.platform}`), item.site, item.name]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function step(before: RosterFields, after: RosterFields, field: keyof RosterFields): string {
  const said = (item: RosterFields) => {
    const value = fieldWords(item, field);
    return typeof value === 'string' ? value : words(value);
  };
  return `${said(before)} → ${said(after)}`;
}

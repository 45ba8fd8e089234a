import type { Ignore, Scope } from '../../utils/findings/finding';
import { closesOnEscape, takesFocus } from '../shared/forms';
import { t } from '../shared/words';

/** Why something suspected is let be, where, and until when. The reason is required: it goes into the record. */
export function IgnoreForm(props: {
  scopes: readonly Scope[];
  /** Locale key of the button's word: 忽略 for a word, 列为例外 for a rule. */
  verb: string;
  onIgnore(ignore: Ignore): void;
  onCancel(): void;
}) {
  return (
    <form
      class="ignore"
      onKeyDown={closesOnEscape(props.onCancel)}
      onSubmit={(event) => {
        event.preventDefault();
        const values = new FormData(event.currentTarget);
        const text = (name: string) => String(values.get(name) ?? '').trim();
        props.onIgnore({
          scope: text('scope') as Scope,
          reason: text('reason'),
          until: text('until') || null,
        });
      }}
    >
      <select name="scope" aria-label={t('ignore.scopeLabel')}>
        {props.scopes.map((scope) => (
          <option key={scope} value={scope}>
            {t(`ignore.scope.${scope}`)}
          </option>
        ))}
      </select>
      <input
        name="reason"
        ref={takesFocus}
        required
        maxLength={200}
        aria-label={t('ignore.reason')}
        placeholder={t('ignore.reason')}
      />
      <label>
        {t('ignore.until')} <input type="date" name="until" />
      </label>
      <button type="submit">{t(props.verb)}</button>
      <button type="button" class="quiet" onClick={props.onCancel}>
        {t('form.cancel')}
      </button>
    </form>
  );
}

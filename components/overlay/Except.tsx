import type { ComponentChildren } from 'preact';
import type { Ignore } from '../../utils/findings/finding';
import { useInPlace } from '../shared/forms';
import { t } from '../shared/words';
import { IgnoreForm } from './IgnoreForm';

/** 列为例外 for what is legitimate here, with its form once asked for; `children` stand before the button. */
export function Except({
  onExcept,
  children,
}: {
  onExcept(ignore: Ignore): void;
  children?: ComponentChildren;
}) {
  const form = useInPlace<'ignore'>();
  if (form.open) {
    return (
      <IgnoreForm
        scopes={['page', 'site']}
        verb="ignore.except"
        onIgnore={(ignore) => {
          form.close();
          onExcept(ignore);
        }}
        onCancel={form.close}
      />
    );
  }
  return (
    <span class="spot-actions">
      {children}
      <button type="button" class="quiet" ref={form.button} onClick={() => form.show('ignore')}>
        {t('ignore.except')}
      </button>
    </span>
  );
}

import { useEffect, useRef } from 'preact/hooks';
import type { Toast } from '../../utils/capture';
import { AnnotationFields } from '../shared/AnnotationFields';
import { closesOnEscape } from '../shared/forms';
import { t } from '../shared/words';
import type { OverlayActions } from './model';

/** The form behind 批注: category, severity, responsible unit and note of the finding just recorded. */
export function Annotate({
  recorded,
  actions,
  close,
}: {
  recorded: NonNullable<Toast['recorded']>;
  actions: OverlayActions;
  close(): void;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  return (
    <form
      class="annotate"
      ref={form}
      aria-label={t('toast.annotate')}
      onKeyDown={closesOnEscape(close)}
      onSubmit={(event) => {
        event.preventDefault();
        const values = new FormData(event.currentTarget);
        const text = (name: string) => String(values.get(name) ?? '').trim();
        actions.annotate(recorded.finding, {
          category: text('category'),
          severity: text('severity'),
          unit: text('unit'),
          note: text('note'),
        });
      }}
    >
      <AnnotationFields annotation={recorded.annotation} />
      <p class="form-actions">
        <button type="submit" class="primary">
          {t('form.save')}
        </button>
        <button type="button" onClick={close}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  );
}

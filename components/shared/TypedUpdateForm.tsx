import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { typedDay } from '../../utils/accounts/typedWords';
import type { CivilDate, Instant } from '../../utils/page/snapshot';
import { useDrop } from './drop';
import { t } from './words';

const MB = 1_048_576;
/** Pictures up to this are kept; a phone's screenshot has one or two. */
const MOST = 12 * MB;

/** What a reviewer says of an account's last update, and what shows it. At least one of day and picture is there. */
export interface TypedLook {
  day: CivilDate | null;
  words: string;
  picture: Blob | null;
}

/**
 * 人工录入 in two keystrokes: `3` and Enter for three days ago, or Ctrl+V and Enter for a screenshot. The field takes the
 * words as the phone shows them and says how they are understood before anything is kept.
 */
export function TypedUpdateForm(props: {
  now(): Instant;
  keep(look: TypedLook): void;
  /** How a day would be judged, in words; shown while it is typed. */
  judged?(day: CivilDate): ComponentChildren;
  /** Pictures pasted anywhere on the page are meant for this form. */
  everywhere?: boolean;
  /** A thumbnail of the picture at hand; pages may forbid us to show one. */
  thumbnail?(picture: Blob): ComponentChildren;
  /** Changes whenever the field shall be focused. */
  focus?: unknown;
}) {
  const words = useSignal('');
  const picture = useSignal<Blob | null>(null);
  const problem = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const day = typedDay(words.value, props.now());

  const take = (files: FileList | undefined) => {
    const [file] = [...(files ?? [])].filter(({ type }) => /^image\/(?:png|jpeg|webp|gif|bmp)$/.test(type));
    if (!file) return false;
    problem.value = file.size > MOST ? t('typed.tooLarge', (file.size / MB).toFixed(1)) : '';
    if (!problem.value) picture.value = file;
    field.current?.focus();
    return true;
  };
  const drop = useDrop((dropped) => {
    if (!take(dropped?.files)) problem.value = t('typed.noPicture');
  });
  useEffect(() => {
    if (props.focus) field.current?.focus();
  }, [props.focus]);
  useEffect(() => {
    if (!props.everywhere) return;
    const paste = (event: ClipboardEvent) => {
      if (take(event.clipboardData?.files)) event.preventDefault();
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [props.everywhere]);

  return (
    <form
      class="typed-form"
      {...drop}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.value.trim() && !day) {
          problem.value = t('typed.notUnderstood', words.value.trim());
        } else if (day || picture.value) {
          props.keep({ day, words: words.value.trim(), picture: picture.value });
          words.value = '';
          picture.value = null;
          problem.value = '';
        }
      }}
      onPaste={(event) => {
        if (take(event.clipboardData?.files)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <label for={id}>{t('typed.label')}</label>
      <p class="typed-line">
        <input
          id={id}
          ref={field}
          data-first
          size={14}
          autoComplete="off"
          placeholder={t('typed.placeholder')}
          value={words.value}
          onInput={(event) => {
            words.value = event.currentTarget.value;
            problem.value = '';
          }}
        />
        <button type="submit" disabled={!words.value.trim() && !picture.value}>
          {t('typed.keep')}
        </button>
      </p>
      <p class="hint" role="status">
        {day ? (
          <>
            {t('typed.means', day)} {props.judged?.(day)}
          </>
        ) : (
          t('typed.hint')
        )}
      </p>
      {picture.value ? (
        <p class="typed-picture">
          {props.thumbnail?.(picture.value)}
          {t('typed.picture', Math.ceil(picture.value.size / 1024))}{' '}
          <button
            type="button"
            class="quiet"
            onClick={() => {
              picture.value = null;
            }}
          >
            {t('typed.removePicture')}
          </button>
        </p>
      ) : null}
      {problem.value ? <p role="alert">{problem.value}</p> : null}
    </form>
  );
}

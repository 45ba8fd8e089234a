import { useEffect, useState } from 'preact/hooks';
import type { PageTypo } from '../../utils/typos/page';
import { phraseOf, type SameAnswer } from '../../utils/viewed/find';
import { closesOnEscape, takesFocus } from '../shared/forms';
import { t } from '../shared/words';
import type { OverlayActions } from './model';

/** 举一反三: every place in the texts viewed in this campaign where the same error stands, to be recorded at once. */
export function SameForm({
  typo,
  actions,
  onClose,
}: {
  typo: PageTypo;
  actions: OverlayActions;
  onClose(): void;
}) {
  const [phrase, setPhrase] = useState(() => phraseOf(typo.wrong, typo.sentence));
  const [answer, setAnswer] = useState<SameAnswer | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    let current = true;
    setAnswer(null);
    actions.findSame({ wrong: typo.wrong, phrase }).then((found) => {
      if (!current) return;
      setAnswer(found);
      setLeft(new Set(found.places.flatMap(({ recorded }, index) => (recorded ? [index] : []))));
    });
    return () => {
      current = false;
    };
  }, [phrase]);
  const places = answer?.places ?? [];
  const chosen = places.filter((_, index) => !left.has(index));
  return (
    <form
      class="same"
      onKeyDown={closesOnEscape(onClose)}
      aria-label={t('same.title')}
      onSubmit={(event) => {
        event.preventDefault();
        actions.flagSame(typo, chosen);
        onClose();
      }}
    >
      <label>
        {t('same.phrase')}
        <input
          name="phrase"
          ref={takesFocus}
          value={phrase}
          maxLength={40}
          autocomplete="off"
          onChange={(event) => setPhrase(event.currentTarget.value.trim())}
        />
      </label>
      <p class="note" role="status">
        {statusOf(typo.wrong, phrase, answer)}
      </p>
      <ul>
        {places.map((place, index) => (
          <li key={`${place.page.url} ${place.anchor.start}`}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(index)}
                onChange={(event) => setLeft(toggled(left, index, event.currentTarget.checked))}
              />{' '}
              {place.page.title}
              {place.recorded ? ` ${t('same.recorded')}` : ''}
              <span class="note">{place.sentence}</span>
            </label>
          </li>
        ))}
      </ul>
      <p class="spot-actions">
        <button type="submit" disabled={chosen.length === 0}>
          {t('same.record', chosen.length)}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  );
}

function statusOf(wrong: string, phrase: string, answer: SameAnswer | null): string {
  if (!phrase.includes(wrong) || phrase.length < 2) return t('same.tooWide', wrong);
  return answer ? t('same.found', answer.places.length, answer.pages) : t('same.looking');
}

function toggled(left: ReadonlySet<number>, index: number, chosen: boolean): ReadonlySet<number> {
  const next = new Set(left);
  if (chosen) next.delete(index);
  else next.add(index);
  return next;
}

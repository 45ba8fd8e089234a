import { useState } from 'preact/hooks';
import { SCOPES } from '../../utils/findings/finding';
import type { PageTypo } from '../../utils/typos/page';
import { t, words } from '../shared/words';
import { IgnoreForm } from './IgnoreForm';
import type { OverlayActions, OverlayState } from './model';

/** 疑似错别字 of the page: each with why, its sentence, 确认 and 忽略. J and K move between them. */
export function Typos({ state, actions }: { state: OverlayState; actions: OverlayActions }) {
  const typos = state.typos.value;
  const progress = state.typoProgress.value;
  if (typos.length === 0 && !progress) return null;
  return (
    <details class="group typos" open={typos.length > 0}>
      <summary>{t('typoReview.title', typos.length)}</summary>
      {progress ? (
        <p class="hint" role="status">
          {words(progress)}
        </p>
      ) : null}
      <ul onKeyDown={moveFocus}>
        {typos.map((typo) => (
          <li key={`${typo.block}:${typo.start}`} class={`check typo-${typo.level}`}>
            <TypoCard typo={typo} actions={actions} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One suspicion: 疑似 “X” → “Y”, why, and what the reviewer makes of it. */
export function TypoCard({ typo, actions }: { typo: PageTypo; actions: OverlayActions }) {
  const [ignoring, setIgnoring] = useState(false);
  return (
    <div class="typo">
      <p>
        <b>{t(`typoReview.level.${typo.level}`)}</b> <q>{typo.wrong}</q>
        {typo.right ? (
          <>
            {' '}
            → <q>{typo.right}</q>
          </>
        ) : null}
      </p>
      <p class="note">{words(typo.why)}</p>
      <p class="note">{typo.sentence}</p>
      {ignoring ? (
        <IgnoreForm
          scopes={SCOPES}
          verb="typoReview.ignore"
          onIgnore={(ignore) => actions.ignoreTypo(typo, ignore)}
          onCancel={() => setIgnoring(false)}
        />
      ) : (
        <p class="spot-actions">
          <button type="button" data-move onClick={() => actions.locate({ quote: typo.wrong, place: typo })}>
            {t('panel.locate')}
          </button>
          <button type="button" onClick={() => actions.confirmTypo(typo)}>
            {t('typoReview.confirm')}
          </button>
          <button type="button" onClick={() => setIgnoring(true)}>
            {t('typoReview.ignore')}
          </button>
        </p>
      )}
    </div>
  );
}

/** J and K (or the arrows) go to the next and the previous suspicion. */
function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || (event.target as HTMLElement).closest('input, select')) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-move]')];
  const row = (event.target as HTMLElement).closest('li')?.querySelector<HTMLElement>('[data-move]');
  const next = stops[(row ? stops.indexOf(row) : -1) + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  event.preventDefault();
}

import { SCOPES } from '../../utils/findings/finding';
import { maskPersonal } from '../../utils/privacy/find';
import type { PageTypo } from '../../utils/typos/page';
import { useInPlace } from '../shared/forms';
import { t, words } from '../shared/words';
import { IgnoreForm } from './IgnoreForm';
import type { OverlayActions, OverlayState } from './model';
import { SameForm } from './SameForm';

/** 疑似错别字 of the page: each with why, its sentence, 确认, 忽略 and 举一反三. */
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
      {typos.length > 0 ? <p class="hint">{t('typoReview.keys')}</p> : null}
      <ul onKeyDown={onKey}>
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
  const form = useInPlace<'ignore' | 'same'>();
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
      <p class="note">{maskPersonal(typo.sentence)}</p>
      {form.open === 'same' ? (
        <SameForm typo={typo} actions={actions} onClose={form.close} />
      ) : form.open === 'ignore' ? (
        <IgnoreForm
          scopes={SCOPES}
          verb="typoReview.ignore"
          onIgnore={(ignore) => actions.ignoreTypo(typo, ignore)}
          onCancel={form.close}
        />
      ) : (
        <p class="spot-actions">
          <button
            type="button"
            data-move
            ref={form.button}
            onClick={() => actions.locate({ quote: typo.wrong, place: typo })}
          >
            {t('panel.locate')}
          </button>
          <button type="button" data-key="c" onClick={() => actions.confirmTypo(typo)}>
            {t('typoReview.confirm')}
          </button>
          <button type="button" data-key="i" onClick={() => form.show('ignore')}>
            {t('typoReview.ignore')}
          </button>
          <button type="button" data-key="e" onClick={() => form.show('same')}>
            {t('same.title')}
          </button>
        </p>
      )}
    </div>
  );
}

/** J and K (or the arrows) go to the next and the previous suspicion and show it on the page; letters press its buttons. */
function onKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.altKey || event.metaKey || target.closest('input, select, form')) return;
  const row = target.closest('li');
  const pressed = row?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (pressed) pressed.click();
  else if (step) {
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-move]')];
    const own = row?.querySelector<HTMLElement>('[data-move]');
    const next = stops[(own ? stops.indexOf(own) : -1) + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    next?.click();
  } else return;
  event.preventDefault();
}

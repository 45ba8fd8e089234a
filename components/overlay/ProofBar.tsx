import { t } from '../shared/words';
import type { OverlayActions, OverlayState } from './model';

/** On the site's search results: nothing there about the consultation? The reviewer says so, and it becomes evidence. */
export function ProofBar({ state, actions }: { state: OverlayState; actions: OverlayActions }) {
  const proof = state.proof.value;
  if (!proof) return null;
  return (
    <section class="toast proof" aria-label={t('consultation.prove')}>
      <span>{t('consultation.question', proof.quote)}</span>
      <button type="button" class="primary" onClick={() => actions.answerProof(true)}>
        {t('consultation.nothing')}
      </button>
      <button type="button" onClick={() => actions.answerProof(false)}>
        {t('consultation.found')}
      </button>
    </section>
  );
}

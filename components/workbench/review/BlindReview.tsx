import { useState } from 'preact/hooks';
import type { Finding } from '../../../utils/findings/finding';
import { t } from '../../shared/words';
import type { Workbench } from '../model';

/** Switches the blind second review on and off, and says how many findings still wait for it. */
export function BlindSwitch({ model }: { model: Workbench }) {
  const on = model.review.on.value;
  const waiting = model.review.waiting.value;
  if (!on && waiting === 0) return null;
  return (
    <div class="batch blind" role="status">
      <span>{on ? t('review.on', waiting) : t('review.offer', waiting)}</span>
      <button type="button" aria-pressed={on} onClick={() => model.review.set(!on)}>
        {t(on ? 'review.stop' : 'review.start')}
      </button>
    </div>
  );
}

/** The second reviewer's two answers; what the first one said is not shown anywhere meanwhile. */
export function BlindVerdict({ finding, model }: { finding: Finding; model: Workbench }) {
  const [reason, setReason] = useState('');
  return (
    <form
      class="step"
      aria-label={t('review.yours')}
      onSubmit={(event) => {
        event.preventDefault();
        void model.review.judge(finding.id, 'confirmed', reason.trim());
      }}
    >
      <label>
        {t('review.reason')}
        <input maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <p class="form-actions">
        <button type="submit" class="primary">
          {t('step.confirmed')}
        </button>
        <button type="button" onClick={() => void model.review.judge(finding.id, 'ignored', reason.trim())}>
          {t('step.ignored')}
        </button>
      </p>
    </form>
  );
}

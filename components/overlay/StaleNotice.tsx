import { useEffect, useState } from 'preact/hooks';
import { t } from '../shared/words';

/** Time in ms after which the notice of a reloaded extension goes by itself. */
const lifetime = 10_000;

/**
 * Said when the extension was updated under an open page. The words are read before the browser takes them
 * away: an orphaned content script can no longer ask for translations.
 */
const words = { stale: '', close: '' };

/** Keeps the notice's words for later; call while the extension is alive. */
export function prepareStaleNotice(): void {
  words.stale = t('toast.stale');
  words.close = t('toast.close');
}

export function StaleNotice({ leave }: { leave(): void }) {
  const [gone, setGone] = useState(false);
  const go = () => {
    setGone(true);
    leave();
  };
  useEffect(() => {
    const timer = setTimeout(go, lifetime);
    return () => clearTimeout(timer);
  }, []);
  if (gone) return null;
  return (
    <div class="duwang">
      <div class="toast toast-warn" role="status">
        <span>{words.stale}</span>
        <button type="button" class="quiet" aria-label={words.close} onClick={go}>
          ✕
        </button>
      </div>
    </div>
  );
}

import type { Evidence } from '../../utils/findings/finding';
import { t, words } from '../shared/words';
import { download } from './download';
import type { Workbench } from './model';

/** The page's HTML as it was when it was flagged: its hash, and the file. It is never opened here, since strangers wrote it. */
export function SavedPage({ evidence, model }: { evidence: Evidence; model: Workbench }) {
  const { html, htmlMissing } = evidence;
  if (!html) return htmlMissing ? <p class="missing">{words(htmlMissing)}</p> : null;
  return (
    <p class="actions">
      <button
        type="button"
        onClick={() =>
          void model.attempt(async () => {
            const file = await model.file(html);
            if (file) download(file, `${html.slice(0, 16)}.html`);
          })
        }
      >
        {t('finding.savedPage')}
      </button>
      <small title={html}>SHA-256 {html.slice(0, 16)}…</small>
    </p>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { t } from '../shared/words';
import type { Workbench } from './model';

/** A stored screenshot, opened in full by a click; says so when its file is gone. */
export function Screenshot({ sha, model }: { sha: string; model: Workbench }) {
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let made: string | null = null;
    let stopped = false;
    void model.screenshot(sha).then((blob) => {
      if (stopped) return;
      made = blob && URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      stopped = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [sha]);
  if (url === undefined) return <p class="missing">{t('workbench.loading')}</p>;
  if (url === null) return <p class="missing">{t('finding.screenshotGone')}</p>;
  return (
    <figure>
      <a href={url} target="_blank" rel="noreferrer">
        <img src={url} alt={t('finding.screenshot')} />
      </a>
      <figcaption title={sha}>SHA-256 {sha.slice(0, 16)}…</figcaption>
    </figure>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { type Box, cropAround, type Size } from '../../utils/evidence/layout';
import { t } from '../shared/words';

/** Where stored files are fetched from. */
export interface Files {
  file(sha: string): Promise<Blob | null>;
}

/** A stored screenshot: what is around the quote, or all of it; opened in full by a click. Says so when its file is gone. */
export function Screenshot(props: {
  sha: string;
  focus: Box | null;
  /** A picture of a whole page is shown through a window of its own. */
  long: boolean;
  model: Files;
}) {
  const { sha, focus, long, model } = props;
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  const [size, setSize] = useState<Size | null>(null);
  const [whole, setWhole] = useState(focus === null);
  useEffect(() => {
    let made: string | null = null;
    let stopped = false;
    void model.file(sha).then((blob) => {
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
  const crop = focus && size && !whole ? cropAround(focus, size) : null;
  return (
    <figure>
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        class={long ? 'picture picture-long' : 'picture'}
        style={crop ? { aspectRatio: `${crop.width} / ${crop.height}` } : undefined}
      >
        <img
          src={url}
          alt={t('finding.screenshot')}
          style={crop && size ? cropped(crop, size) : undefined}
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
        />
      </a>
      <figcaption>
        <span title={sha}>SHA-256 {sha.slice(0, 16)}…</span>
        {focus ? (
          <button type="button" class="quiet" onClick={() => setWhole(!whole)}>
            {t(whole ? 'finding.cropped' : 'finding.whole')}
          </button>
        ) : null}
      </figcaption>
    </figure>
  );
}

/** Shifts and scales the picture so that the crop fills its frame; margins in percent count from the frame's width. */
function cropped(crop: Box, size: Size) {
  const percent = (part: number) => `${(100 * part) / crop.width}%`;
  return {
    width: percent(size.width),
    maxWidth: 'none',
    marginLeft: `-${percent(crop.left)}`,
    marginTop: `-${percent(crop.top)}`,
  };
}

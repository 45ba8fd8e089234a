import { daysBetween } from '../../utils/dates/civil';
import { t } from '../shared/words';
import type { OverlayActions, PageReport } from './model';

/** The page's publication date with where it was read and how sure that is; nothing where a page has none to show. */
export function PublishedLine({ report, actions }: { report: PageReport; actions: OverlayActions }) {
  const { published } = report.snapshot;
  if (!published) return null;
  const { date, time, source, confidence, quote, place } = published;
  return (
    <p class="published">
      {t('published.line', time ? `${date} ${time}` : date, daysBetween(date, report.now))}
      <small>
        {' '}
        {t(`published.source.${source}`)} · {t(`published.confidence.${confidence}`)}
      </small>{' '}
      {place ? (
        <button type="button" class="small" onClick={() => actions.locate({ quote, place })}>
          {t('panel.locate')}
        </button>
      ) : null}
    </p>
  );
}

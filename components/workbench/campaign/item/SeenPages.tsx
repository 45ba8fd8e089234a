import type { ItemRecord } from '../../../../utils/campaign/progress/record';
import { t } from '../../../shared/words';

/** The pages of an item that were read, with what was not in order on each. */
export function SeenPages({ record: { pages } }: { record: ItemRecord }) {
  if (pages.length === 0) return null;
  return (
    <>
      <h3>{t('board.pages', pages.length)}</h3>
      <ul class="pages">
        {pages.map((page) => (
          <li key={page.url}>
            <a href={page.url} target="_blank" rel="noreferrer">
              {page.title || page.url}
            </a>{' '}
            <small>
              {page.day}{' '}
              {page.outcomes
                .filter(({ kind }) => kind !== 'pass')
                .map(({ category, kind }) => `${t(`category.${category}`)} ${t(`outcome.${kind}`)}`)
                .join('；')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

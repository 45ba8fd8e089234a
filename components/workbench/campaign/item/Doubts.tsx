import type { ItemRecord } from '../../../../utils/campaign/progress/record';
import { t, words } from '../../../shared/words';

/** What did not fit between the roster and the account's pages, each once, with both values. */
export function Doubts({ record }: { record: ItemRecord }) {
  const doubts = [...new Set(record.pages.flatMap((page) => page.doubts).map((doubt) => words(doubt)))];
  if (doubts.length === 0) return null;
  return (
    <ul class="doubts" aria-label={t('board.doubts')}>
      {doubts.map((doubt) => (
        <li key={doubt}>{t('inspection.doubt', doubt)}</li>
      ))}
    </ul>
  );
}

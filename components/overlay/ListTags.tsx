import { asOf } from '../../utils/checks/asOf';
import { columnVerdict } from '../../utils/checks/columnVerdict';
import { t } from '../shared/words';
import { VerdictMark } from './ColumnsTable';
import type { OverlayState } from './model';

/** A small tag at each list of the page: newest date, days, verdict. Drawn over the page, never in it. */
export function ListTags({ state }: { state: OverlayState }) {
  const report = state.report.value;
  if (!report || !state.listTags.value) return null;
  const { snapshot, now, pack } = report;
  return (
    <>
      {state.tagSpots.value.map(({ list: id, left, top }) => {
        const read = snapshot.lists.find((one) => one.id === id);
        const list = read && asOf(read, now);
        if (!list?.newest) return null;
        return (
          <div
            class="tag"
            key={id}
            style={{ left: `${left}px`, top: `${top}px` }}
            role="note"
            aria-label={list.name || t('columns.unnamed')}
          >
            {list.newest}{' '}
            {state.columnsLetBe.value.has(list.name) ? (
              <small>{t('columns.letBe')}</small>
            ) : (
              <VerdictMark verdict={columnVerdict(list, snapshot.pager, now, pack)} />
            )}
          </div>
        );
      })}
    </>
  );
}

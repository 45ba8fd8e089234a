import type { DatedList } from '../../utils/page/snapshot';
import { t } from '../shared/words';
import type { PageReport } from './model';

/** The columns found on the page: name, kind, newest date and how many items were seen. */
export function ColumnsTable({ report }: { report: PageReport }) {
  const lists = report.snapshot.lists;
  if (lists.length === 0) return null;
  return (
    <details class="group columns">
      <summary>{t('columns.title', lists.length)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.newest')}</th>
            <th scope="col">{t('columns.items')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <Row key={list.id} list={list} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ list }: { list: DatedList }) {
  return (
    <tr>
      <td>
        {list.name || t('columns.unnamed')}
        <small> {t(`columnKind.${list.kind}`)}</small>
      </td>
      <td>
        {list.newest ?? t('columns.noDate')}
        {list.yearAssumed ? <small> {t('columns.yearAssumed')}</small> : null}
      </td>
      <td>{list.items.length}</td>
    </tr>
  );
}

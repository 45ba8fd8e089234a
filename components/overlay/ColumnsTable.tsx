import { asOf } from '../../utils/checks/asOf';
import { type ColumnVerdict, columnVerdict } from '../../utils/checks/columnVerdict';
import { countSince, spans } from '../../utils/checks/recentItems';
import type { Ignore } from '../../utils/findings/finding';
import type { CivilDate, DatedList } from '../../utils/page/snapshot';
import { OutcomeMark } from '../shared/OutcomeMark';
import { t } from '../shared/words';
import { Except } from './Except';
import type { OverlayActions, PageReport, PartProps } from './model';

/** The columns found on the page: name, kind, newest date, days since, and how each stands at the 监测时间点. */
export function ColumnsTable({ report, state, actions }: PartProps) {
  const { lists, pager, kind } = report.snapshot;
  if (lists.length === 0) return null;
  return (
    <details class="group columns">
      <summary>{t('columns.title', lists.length)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.newest')}</th>
            <th scope="col">{t('columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((read) => {
            const list = asOf(read, report.now);
            return (
              <Row
                key={list.id}
                list={list}
                verdict={columnVerdict(list, pager, report.now, report.pack)}
                recent={recentOf(list, report)}
                letBe={state.columnsLetBe.value.get(list.name) ?? null}
                mayBeLetBe={kind === 'home' && list.name !== ''}
                actions={actions}
              />
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

/** 近2周 n 条 · 半年 n 条 · 一年 n 条; ≥ where the list alone cannot tell. */
function recentOf({ items }: DatedList, { snapshot, now }: PageReport): string {
  const counted = (since: CivilDate) => {
    const { count, exact } = countSince(items, snapshot.pager, since, now);
    return exact ? String(count) : `≥${count}`;
  };
  return t(
    'columns.recent',
    counted(spans.twoWeeks(now)),
    counted(spans.halfYear(now)),
    counted(spans.year(now)),
  );
}

interface RowProps {
  list: DatedList;
  verdict: ColumnVerdict;
  recent: string;
  letBe: Ignore | null;
  /** One of several columns of its page; a column's own page is let be as a whole. */
  mayBeLetBe: boolean;
  actions: OverlayActions;
}

function Row({ list, verdict, recent, letBe, mayBeLetBe, actions }: RowProps) {
  const newest = list.newestItem === null ? null : (list.items[list.newestItem] ?? null);
  const name = list.name || t('columns.unnamed');
  return (
    <tr>
      <td>
        {newest?.place ? (
          <button
            type="button"
            class="quiet"
            onClick={() => actions.locate({ quote: newest.title, place: newest.place })}
          >
            {name}
          </button>
        ) : (
          name
        )}
        <small>
          {' '}
          {t(`columnKind.${list.kind}`)} · {t('columns.count', list.items.length)}
        </small>
        <br />
        <small>{recent}</small>
      </td>
      <td>
        {list.newest ?? t('columns.noDate')}
        {list.yearAssumed ? <small> {t('columns.yearAssumed')}</small> : null}
      </td>
      <td>
        {letBe ? (
          <small>
            {letBe.until
              ? t('ignore.becauseUntil', letBe.reason, letBe.until)
              : t('ignore.because', letBe.reason)}
          </small>
        ) : (
          <VerdictMark verdict={verdict} />
        )}
        {!letBe && mayBeLetBe && verdict.kind === 'stale' ? (
          <Except onExcept={(ignore) => actions.exceptColumn(list.name, ignore)} />
        ) : null}
      </td>
    </tr>
  );
}

/** A column's verdict in shape and words: 超期 n 天 · 还剩 n 天 · why nothing can be said. */
export function VerdictMark({ verdict }: { verdict: ColumnVerdict }) {
  if (verdict.kind === 'unknown') {
    return (
      <>
        <OutcomeMark kind={verdict.why === 'yearAssumed' ? 'review' : 'notApplicable'} />{' '}
        <small>{t(`columns.why.${verdict.why}`)}</small>
      </>
    );
  }
  const { daysSince, daysLeft } = verdict.state;
  return verdict.kind === 'stale' ? (
    <>
      <OutcomeMark kind="fail" /> <small>{t('columns.overdue', daysSince, -daysLeft)}</small>
    </>
  ) : (
    <>
      <OutcomeMark kind="pass" /> <small>{t('columns.left', daysSince, daysLeft)}</small>
    </>
  );
}

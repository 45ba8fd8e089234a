import type { Tally } from '../../../utils/findings/statistics';
import { t } from '../../shared/words';

/** Rows drawn; the rest is summed up in one line, since nobody reads a chart of a thousand bars. */
const SHOWN = 32;

/**
 * A bar chart that is a table: every bar stands in the row whose numbers it draws, so it reads aloud, prints and copies as
 * numbers. `label` names a key.
 */
export function Bars(props: { title: string; rows: readonly Tally[]; label(key: string): string }) {
  const { title, rows, label } = props;
  const most = Math.max(1, ...rows.map((row) => row.count));
  const rest = rows.slice(SHOWN).reduce((sum, row) => sum + row.count, 0);
  return (
    <table class="bars">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.key')}</th>
          <th scope="col">{t('overview.count')}</th>
          <th scope="col">{t('overview.confirmed')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, SHOWN).map(({ key, count, confirmed }) => (
          <tr key={key}>
            <th scope="row">{label(key)}</th>
            <td>{count}</td>
            <td>{confirmed}</td>
            <td aria-hidden="true" class="bar">
              {count > 0 ? (
                <span style={{ width: `${(100 * count) / most}%` }}>
                  <span style={{ width: `${(100 * confirmed) / count}%` }} />
                </span>
              ) : null}
            </td>
          </tr>
        ))}
        {rest > 0 ? (
          <tr>
            <th scope="row">{t('overview.rest', rows.length - SHOWN)}</th>
            <td>{rest}</td>
            <td colSpan={2} />
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

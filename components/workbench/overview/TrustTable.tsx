import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../../../utils/findings/finding';
import { isNoisy, trustOf } from '../../../utils/findings/trust';
import { changeSettings, loadSettings, settingsItem } from '../../../utils/settings';
import { t } from '../../shared/words';

/** 规则可信度: what this office's verdicts say about each check, and the switch that lets its 问题 sink to 待核. */
export function TrustTable({ findings }: { findings: readonly Finding[] }) {
  const [sunk, setSunk] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = () => void loadSettings().then((settings) => setSunk(settings.sunk));
    read();
    return settingsItem.watch(read);
  }, []);
  const rows = trustOf(findings);
  if (rows.length === 0) return null;
  const sink = (check: string, on: boolean) =>
    void changeSettings({ sunk: on ? [...sunk, check] : sunk.filter((one) => one !== check) });
  return (
    <table>
      <caption>{t('trust.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trust.check')}</th>
          <th scope="col">{t('status.confirmed')}</th>
          <th scope="col">{t('status.ignored')}</th>
          <th scope="col">{t('status.suspected')}</th>
          <th scope="col">{t('trust.share')}</th>
          <th scope="col">{t('trust.sink')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.check}>
            <th scope="row">
              {t(`checks.${row.check}.name`) || row.check}
              {isNoisy(row) ? <small> {t('trust.noisy')}</small> : null}
            </th>
            <td>{row.confirmed}</td>
            <td>{row.ignored}</td>
            <td>{row.waiting}</td>
            <td>{row.share === null ? '—' : `${Math.round(row.share * 100)}%`}</td>
            <td>
              <input
                type="checkbox"
                aria-label={t('trust.sinkOne', t(`checks.${row.check}.name`) || row.check)}
                checked={sunk.includes(row.check)}
                onChange={(event) => sink(row.check, event.currentTarget.checked)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

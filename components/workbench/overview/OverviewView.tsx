import { dayOf } from '../../../utils/dates/civil';
import { DAYS_SHOWN, statisticsOf } from '../../../utils/findings/statistics';
import { t } from '../../shared/words';
import type { Workbench } from '../model';
import { AgreementView } from '../review/AgreementView';
import { Bars } from './Bars';
import { TrustTable } from './TrustTable';

/** 统计: where the problems are and when they were found, how far checks can be trusted, and how far reviewers agree. */
export function OverviewView({ model, show }: { model: Workbench; show(finding: string): void }) {
  const findings = model.shown.value;
  const { categories, units, periods } = statisticsOf(findings, dayOf);
  return (
    <main class="settings overview">
      <p class="hint">{t('overview.about', findings.length)}</p>
      <Bars
        title={t('overview.categories')}
        rows={categories}
        label={(key) => (/^[a-z]+$/i.test(key) ? t(`category.${key}`) : key || t('overview.none'))}
      />
      <Bars title={t('overview.units')} rows={units} label={(key) => key || t('overview.none')} />
      <Bars title={t('overview.periods')} rows={periods.slice(-DAYS_SHOWN - 1)} label={(key) => key} />
      <TrustTable findings={model.findings.value} />
      <AgreementView findings={model.findings.value} show={show} />
    </main>
  );
}

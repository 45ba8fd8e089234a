import type { RecheckRate, UnitRate } from '../../../utils/campaign/recheckRate';
import { reportable, unitOf } from '../../../utils/report/notice/facts';
import { TableHead } from '../../shared/TableHead';
import { t } from '../../shared/words';
import type { CampaignModel } from './model';

/** 复查合格率 by unit, who has not answered, and where a unit's answer is written down. */
export function UnitRates({ model, rate }: { model: CampaignModel; rate: RecheckRate }) {
  return (
    <>
      <h2>{t('recheckView.byUnit')}</h2>
      <div class="scroll-x">
        <table class="units">
          <TableHead prefix="recheckView" names={['unit', 'total', 'passedCount', 'percent', 'answer']} />
          <tbody>
            {rate.units.map((unit) => (
              <Row key={unit.unit} unit={unit} model={model} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ unit, model }: { unit: UnitRate; model: CampaignModel }) {
  const findings = reportable(model.earlier.value).filter((finding) => unitOf(finding) === unit.unit);
  const answers = [...new Set(findings.map(({ rectification }) => rectification))];
  return (
    <tr>
      <td>{unit.unit}</td>
      <td>{unit.total}</td>
      <td>{unit.passed}</td>
      <td>{Math.floor((unit.passed / unit.total) * 100)}%</td>
      <td>
        {unit.unanswered > 0 ? (
          <span class={`stand stand-${unit.silent ? 'fail' : 'pending'}`}>
            {t(unit.silent ? 'recheckView.late' : 'recheckView.waiting')}
          </span>
        ) : null}{' '}
        <input
          aria-label={t('recheckView.answerOf', unit.unit)}
          placeholder={t('recheckView.answerHint')}
          maxLength={500}
          value={answers.length === 1 ? answers[0]! : ''}
          onChange={(event) =>
            void model.answer(
              findings.map(({ id }) => id),
              event.currentTarget.value.trim(),
            )
          }
        />
      </td>
    </tr>
  );
}

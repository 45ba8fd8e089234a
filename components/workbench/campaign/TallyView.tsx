import { tallyOf } from '../../../utils/campaign/tally';
import { t } from '../../shared/words';
import { FormsTable } from './FormsTable';
import type { CampaignModel } from './model';
import { PackForm } from './PackForm';

/** The indicator ledger: what each site and account has against the limits of the pack. */
export function TallyView({ model, show }: { model: CampaignModel; show(finding: string): void }) {
  const findings = model.findings.value;
  const rows = model.board.value
    .map(({ record: { item } }) => ({
      item,
      tally: tallyOf(
        findings.filter((finding) => finding.item === item.id),
        model.pack.value,
      ),
    }))
    .filter(({ tally }) => tally.lines.length > 0);
  return (
    <div class="notice-view">
      <p class="hint">{t('panel.pack', model.pack.value.name)}</p>
      {rows.length === 0 ? <p class="hint">{t('tally.none')}</p> : null}
      {rows.map(({ item, tally }) => (
        <section key={item.id}>
          <h2>
            {item.name} <small>{item.unit}</small>{' '}
            <span class={`stand stand-${tally.vetoed ? 'fail' : 'pending'}`}>
              {tally.vetoed ? t('tally.vetoed') : t('tally.points', tally.points)}
            </span>
          </h2>
          <ul>
            {tally.lines.map((line) => (
              <li key={line.id}>
                {line.id} {line.clause}：
                {line.limit === null
                  ? t('tally.scored', line.hits, line.points)
                  : line.vetoed
                    ? t('tally.reached', line.hits, line.limit)
                    : t('tally.count', line.hits, line.limit, line.limit - line.hits)}
                {line.verified ? '' : ` ${t('panel.unverified')}`}{' '}
                {line.findings.map((id, index) => (
                  <button type="button" class="quiet" key={id} onClick={() => show(id)}>
                    {index + 1}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <FormsTable model={model} />
      <PackForm model={model} />
    </div>
  );
}

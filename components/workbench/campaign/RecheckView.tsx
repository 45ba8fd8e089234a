import {
  type Recheck,
  type RecheckJudgement,
  recheckOutcome,
  recheckRate,
} from '../../../utils/campaign/reinspect';
import { keyOfItem } from '../../../utils/campaign/roster/item';
import type { Finding } from '../../../utils/findings/finding';
import { sendMessage } from '../../../utils/messages';
import { reportable } from '../../../utils/report/notice/facts';
import { t, words } from '../../shared/words';
import type { CampaignModel } from './model';

const ORDER: Recheck[] = ['unfixed', 'review', 'unread', 'fixed'];

/** 复查: each confirmed finding of the campaign before, what the new reading says of it, and the reviewer's word. */
export function RecheckView({ model, show }: { model: CampaignModel; show(finding: string): void }) {
  const campaign = model.open.value!;
  if (!campaign.previous) return <p class="empty">{t('recheckView.noPrevious')}</p>;
  const earlier = reportable(model.earlier.value);
  const byKey = new Map(
    [...model.records.value.values()].map((record) => [keyOfItem(record.item.id), record]),
  );
  const rows = earlier
    .map((finding): [Finding, RecheckJudgement] => [
      finding,
      recheckOutcome(finding, byKey.get(keyOfItem(finding.item)) ?? null),
    ])
    .sort(([, a], [, b]) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const before = model.campaigns.value.find(({ id }) => id === campaign.previous);
  const rate = recheckRate(model.earlier.value, before?.deadline ?? null, model.today.value);
  return (
    <div class="notice-view">
      <p role="status">
        {t('recheckView.rate', before?.name ?? '', rate.total, rate.passed, rate.percent ?? 0)}
        {rate.silent.length > 0 ? ` ${t('recheckView.silent', rate.silent.join('、'))}` : ''}
      </p>
      <div class="scroll-x">
        <table>
          <thead>
            <tr>
              {['unit', 'problem', 'judged', 'state', 'action'].map((name) => (
                <th key={name} scope="col">
                  {t(`recheckView.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([finding, judged]) => (
              <tr key={finding.id} data-state={judged.state}>
                <td>{finding.unit}</td>
                <td>
                  <button type="button" class="quiet" onClick={() => show(finding.id)}>
                    {finding.pageTitle}
                  </button>
                  <br />
                  <small>{finding.quote || finding.description}</small>
                </td>
                <td>
                  <span
                    class={`stand stand-${judged.state === 'fixed' ? 'pass' : judged.state === 'unfixed' ? 'fail' : 'pending'}`}
                  >
                    {t(`recheckState.${judged.state}`)}
                  </span>
                  <br />
                  <small>{words(judged.reason)}</small>
                </td>
                <td>{t(`status.${finding.status}`)}</td>
                <td>
                  <span class="actions">
                    <button
                      type="button"
                      onClick={() =>
                        void sendMessage('openOriginal', { url: finding.url, anchor: finding.anchor })
                      }
                    >
                      {t('recheckView.open')}
                    </button>
                    <button
                      type="button"
                      onClick={() => void model.recheck(finding.id, true, words(judged.reason))}
                    >
                      {t('recheckView.passed')}
                    </button>
                    <button
                      type="button"
                      onClick={() => void model.recheck(finding.id, false, words(judged.reason))}
                    >
                      {t('recheckView.unfixed')}
                    </button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

import { recheckRate, silentUnits } from '../../../utils/campaign/recheckRate';
import { type Recheck, type RecheckJudgement, recheckOutcome } from '../../../utils/campaign/reinspect';
import { keyOfItem } from '../../../utils/campaign/roster/item';
import type { Finding } from '../../../utils/findings/finding';
import { inItsWords } from '../../../utils/findings/surroundings';
import { sendMessage } from '../../../utils/messages';
import { reportable } from '../../../utils/report/notice/facts';
import { TableHead } from '../../shared/TableHead';
import { t, words } from '../../shared/words';
import type { CampaignModel } from './model';
import { UnitRates } from './UnitRates';

const ORDER: Recheck[] = ['unfixed', 'review', 'unread', 'fixed'];

/** 复查: each confirmed finding of the campaign before, what the new reading says of it, and the reviewer's word. */
export function RecheckView({ model, show }: { model: CampaignModel; show(finding: string): void }) {
  const before = model.previous.value;
  if (!before) return <p class="empty">{t('recheckView.noPrevious')}</p>;
  const byKey = new Map(
    [...model.records.value.values()].map((record) => [keyOfItem(record.item.id), record]),
  );
  const rows = reportable(model.earlier.value)
    .map((finding): [Finding, RecheckJudgement] => [
      finding,
      recheckOutcome(finding, byKey.get(keyOfItem(finding.item)) ?? null),
    ])
    .sort(([, a], [, b]) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const rate = recheckRate(model.earlier.value, before.deadline, model.today.value);
  const silent = silentUnits(rate);
  return (
    <div class="notice-view">
      <p role="status" class="rate">
        {t('recheckView.rate', before.name, rate.total, rate.passed, rate.percent ?? 0)}
        {silent.length > 0 ? ` ${t('recheckView.silent', silent.join('、'))}` : ''}
      </p>
      <div class="scroll-x">
        <table class="recheck">
          <TableHead prefix="recheckView" names={['unit', 'problem', 'judged', 'state', 'action']} />
          <tbody>
            {rows.map(([finding, judged]) => (
              <Row key={finding.id} finding={finding} judged={judged} model={model} show={show} />
            ))}
          </tbody>
        </table>
      </div>
      <UnitRates model={model} rate={rate} />
    </div>
  );
}

const STAND: Record<Recheck, string> = { fixed: 'pass', unfixed: 'fail', review: 'pending', unread: 'open' };

function Row(props: {
  finding: Finding;
  judged: RecheckJudgement;
  model: CampaignModel;
  show(finding: string): void;
}) {
  const { finding, judged, model, show } = props;
  const decide = (passed: boolean) => void model.recheck(finding.id, passed, words(judged.reason));
  return (
    <tr data-state={judged.state} data-finding={finding.id} data-url={finding.url}>
      <td>{finding.unit}</td>
      <td>
        <button type="button" class="quiet" onClick={() => show(finding.id)}>
          {finding.pageTitle}
        </button>
        <br />
        <small>{inItsWords(finding).wrong || finding.description}</small>
      </td>
      <td>
        <span class={`stand stand-${STAND[judged.state]}`}>{t(`recheckState.${judged.state}`)}</span>
        <br />
        <small>{words(judged.reason)}</small>
      </td>
      <td>{t(`status.${finding.status}`)}</td>
      <td>
        <span class="actions">
          <button
            type="button"
            onClick={() => void sendMessage('openOriginal', { url: finding.url, anchor: finding.anchor })}
          >
            {t('recheckView.open')}
          </button>
          <button type="button" aria-pressed={finding.status === 'passed'} onClick={() => decide(true)}>
            {t('recheckView.passed')}
          </button>
          <button type="button" aria-pressed={finding.status === 'unfixed'} onClick={() => decide(false)}>
            {t('recheckView.unfixed')}
          </button>
        </span>
      </td>
    </tr>
  );
}

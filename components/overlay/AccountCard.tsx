import { judgeLiveness, type Liveness, type UpdateRule } from '../../utils/accounts/liveness';
import { accountRule } from '../../utils/checks/accountUpdate';
import { TypedUpdateForm } from '../shared/TypedUpdateForm';
import { t } from '../shared/words';
import type { PartProps } from './model';

/** What monitors report of an account: the four numbers, and a way to type the date where no page tells it. The field is named first when the page tells nothing. */
export function AccountCard({ report, state, actions }: PartProps) {
  const { account } = report.snapshot;
  const rule = account && accountRule(report.pack, account.platform);
  if (!account || !rule) return null;
  const judged = judgeLiveness(account, report.now, rule.update);
  return (
    <section
      class="account"
      aria-label={t('account.title')}
      data-unread={judged.state === 'unknown' || undefined}
    >
      <h2>
        {t(`accounts.platform.${account.platform}`)} {account.name ?? t('account.unnamed')}
      </h2>
      {account.mark ? <p class="hint">{account.mark}</p> : null}
      <dl>
        {numbersOf(judged, rule.update.unit).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`account.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TypedUpdateForm
        now={() => new Date(Date.now()).toISOString()}
        focus={state.typing.value}
        keep={(look) => actions.typeUpdate(look)}
      />
    </section>
  );
}

function numbersOf(judged: Liveness, unit: UpdateRule['unit']): [string, string][] {
  const unknown = t('account.unknown');
  const days = (count: number | null) => (count === null ? unknown : t('finding.days', count));
  const { updatedInTwoWeeks, last14Days, exact } = judged;
  return [
    [
      'inTwoWeeks',
      updatedInTwoWeeks === null ? unknown : t(updatedInTwoWeeks ? 'account.yes' : 'account.no'),
    ],
    ['last', judged.lastUpdate ?? unknown],
    [
      'over',
      judged.over !== null && unit === 'workingDays'
        ? t('account.workingDays', judged.over)
        : days(judged.over),
    ],
    ['gap', days(judged.longestGap)],
    ['posts', exact ? String(last14Days) : last14Days === 0 ? unknown : `≥ ${last14Days}`],
  ];
}

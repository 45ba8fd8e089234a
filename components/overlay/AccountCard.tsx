import { judgeLiveness, type Liveness } from '../../utils/accounts/liveness';
import { accountRule } from '../../utils/checks/accountUpdate';
import { t } from '../shared/words';
import type { OverlayActions, PageReport } from './model';

/** What monitors report of an account: the four numbers, and a way to type the date where no page tells it. */
export function AccountCard({ report, actions }: { report: PageReport; actions: OverlayActions }) {
  const { account } = report.snapshot;
  const rule = account && accountRule(report.pack, account.platform);
  if (!account || !rule) return null;
  const judged = judgeLiveness(account, report.now, rule.update);
  return (
    <section class="account" aria-label={t('account.title')}>
      <h2>
        {t(`accounts.platform.${account.platform}`)} {account.name ?? t('account.unnamed')}
      </h2>
      {account.mark ? <p class="hint">{account.mark}</p> : null}
      <dl>
        {numbersOf(judged).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`account.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          const day = String(new FormData(event.currentTarget).get('day') ?? '');
          if (day) actions.typeAccountDate(day);
        }}
      >
        <label>
          {t('account.typeDate')} <input type="date" name="day" required max={report.now} />
        </label>
        <button type="submit">{t('account.keep')}</button>
      </form>
    </section>
  );
}

function numbersOf(judged: Liveness): [string, string][] {
  const unknown = t('account.unknown');
  const days = (count: number | null) => (count === null ? unknown : t('finding.days', count));
  const { updatedInTwoWeeks, last14Days, exact } = judged;
  return [
    [
      'inTwoWeeks',
      updatedInTwoWeeks === null ? unknown : t(updatedInTwoWeeks ? 'account.yes' : 'account.no'),
    ],
    ['last', judged.lastUpdate ?? unknown],
    ['over', days(judged.over)],
    ['gap', days(judged.longestGap)],
    ['posts', exact ? String(last14Days) : `≥ ${last14Days}`],
  ];
}

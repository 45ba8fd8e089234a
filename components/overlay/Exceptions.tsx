import type { JudgedOutcome } from '../../utils/checks/check';
import type { Ignore } from '../../utils/findings/finding';
import { t, words } from '../shared/words';

/** What would be 问题 or 待核 and was let be: each with its reason and until when, so that nobody forgets it. */
export function Exceptions({
  outcomes,
  letBe,
}: {
  outcomes: JudgedOutcome[];
  letBe: ReadonlyMap<string, Ignore>;
}) {
  const excepted = outcomes.filter((outcome) => letBe.has(outcome.check));
  if (excepted.length === 0) return null;
  return (
    <details class="group">
      <summary>{t('ignore.title', excepted.length)}</summary>
      <ul>
        {excepted.map((outcome) => {
          const { reason, until } = letBe.get(outcome.check)!;
          return (
            <li class="check" key={outcome.check}>
              <h2>{t(`checks.${outcome.check}.name`)}</h2>
              <p>{words(outcome.reason)}</p>
              <p class="note">
                {until ? t('ignore.becauseUntil', reason, until) : t('ignore.because', reason)}
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

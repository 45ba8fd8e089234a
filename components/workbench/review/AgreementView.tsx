import { agreementOf } from '../../../utils/findings/agreement';
import type { Finding } from '../../../utils/findings/finding';
import { t } from '../../shared/words';

/** Disputes listed at once; settling the first ones brings up the next. */
const SHOWN = 200;

/** How far two reviewers agree, and every finding on which they do not, with what each of them said. */
export function AgreementView({
  findings,
  show,
}: {
  findings: readonly Finding[];
  show(finding: string): void;
}) {
  const { judged, agreed, rate, disputed } = agreementOf(findings);
  return (
    <section class="agreement" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{t('review.title')}</h2>
      <p role="status">
        {rate === null ? t('review.nothing') : t('review.rate', `${Math.round(rate * 100)}%`, agreed, judged)}
      </p>
      {disputed.length > 0 ? (
        <table class="disputed">
          <caption>{t('review.disputed', disputed.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('review.finding')}</th>
              <th scope="col">{t('review.said')}</th>
            </tr>
          </thead>
          <tbody>
            {disputed.slice(0, SHOWN).map((finding) => (
              <tr key={finding.id}>
                <td>
                  <button type="button" class="quiet" onClick={() => show(finding.id)}>
                    {finding.pageTitle || finding.url}
                  </button>
                </td>
                <td>
                  <ul>
                    {finding.opinions.map(({ author, verdict, reason }) => (
                      <li key={author}>
                        {author || t('trail.nobody')}：<b>{t(`status.${verdict}`)}</b>
                        {reason ? ` ${reason}` : ''}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

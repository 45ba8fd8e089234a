import type { ConsultationCase } from '../../utils/consultations/fold';
import { FetchProblem } from '../../utils/walk/fetch';
import type { FetchedReading } from '../../utils/walk/fetched';
import { type WalkedPage, walkable } from '../../utils/walk/listWalk';
import { OutcomeMark } from '../shared/OutcomeMark';
import { t, words } from '../shared/words';
import type { OverlayActions, PageReport, Walk } from './model';
import { TaskProgress } from './TaskProgress';

/** 逐条核对: the button, how far it is, and what could not be read. Calls without a result come first. */
export function WalkPart({
  cases,
  report,
  walk,
  actions,
}: {
  cases: readonly ConsultationCase[];
  report: PageReport;
  walk: Walk | null;
  actions: OverlayActions;
}) {
  const byNeed = [...cases].sort((a, b) => Number(a.feedback !== null) - Number(b.feedback !== null));
  const urls = walkable(
    byNeed.map((one) => one.href),
    report.snapshot.url,
  );
  if (urls.length === 0) return null;
  const unread = walk?.pages.filter(isUnread) ?? [];
  return (
    <section class="task" aria-label={t('walk.title')}>
      <TaskProgress
        progress={walk}
        start={t('walk.start', urls.length)}
        again={t('walk.again')}
        running="walk.running"
        finished="walk.finished"
        onStart={() => actions.startWalk(urls)}
        onStop={() => actions.stopWalk()}
      />
      <p class="hint">{t('walk.hint')}</p>
      {unread.length > 0 ? (
        <details>
          <summary>{t('walk.unread', unread.length)}</summary>
          <ul>
            {unread.map((page) => (
              <li key={page.url}>
                <a href={page.url} target="_blank" rel="noreferrer">
                  {page.url}
                </a>{' '}
                {whyUnread(page)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** Under a consultation: what its own page showed when it was fetched. */
export function WalkedOutcomes({ href, walk }: { href: string; walk: Walk | null }) {
  const page = walk?.pages.find(({ url }) => url === href.replace(/#.*$/, ''));
  if (!page?.result || page.result.empty) return null;
  // Whether there is a result stands in the life cycle above, which knows more than one page.
  const outcomes = page.result.outcomes.filter(({ check }) => check !== 'consultationFeedback');
  return (
    <div class="walked">
      <p class="hint">
        {outcomes.length === 0 ? t('walk.fine') : t('walk.found', outcomes.length)}{' '}
        <a href={page.url} target="_blank" rel="noreferrer">
          {t('walk.open')}
        </a>
      </p>
      {outcomes.length > 0 ? (
        <ul>
          {outcomes.map((outcome) => (
            <li key={outcome.check}>
              <OutcomeMark kind={outcome.kind} /> <b>{t(`checks.${outcome.check}.name`)}</b>{' '}
              {words(outcome.reason)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const isUnread = ({ result }: WalkedPage<FetchedReading>) => result === null || result.empty;

function whyUnread({ result, error }: WalkedPage<FetchedReading>): string {
  if (result) return t('walk.why.empty');
  if (error instanceof FetchProblem) return t(`walk.why.${error.why}`, error.value);
  return t('walk.why.noAnswer');
}

import { useEffect, useRef } from 'preact/hooks';
import type { OutcomeKind } from '../../utils/checks/check';
import { OutcomeMark } from '../shared/OutcomeMark';
import { t } from '../shared/words';
import { CampaignStrip } from './CampaignStrip';
import { Exceptions } from './Exceptions';
import { Limits } from './Limits';
import { type OverlayActions, type OverlayParts, type OverlayState, tally } from './model';
import { OutcomeGroup } from './OutcomeGroup';
import { Typos } from './Typos';

const order: OutcomeKind[] = ['fail', 'review', 'pass', 'notApplicable'];

/** The list of checks with their outcomes, docked to one side of the window. */
export function Panel({
  state,
  actions,
  parts,
}: {
  state: OverlayState;
  actions: OverlayActions;
  parts: OverlayParts;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where a page tells nothing of its account, typing what the phone shows is what comes next.
    const first = panel.current?.querySelector<HTMLElement>('[data-unread] [data-first]');
    (first ?? panel.current)?.focus();
  }, []);
  const report = state.report.value;
  const counts = tally(state);
  const group = { outcomes: report?.outcomes ?? [], state, actions };
  const otherSide = state.side.value === 'right' ? 'left' : 'right';

  return (
    <section
      class="panel"
      ref={panel}
      tabIndex={-1}
      aria-label={t('panel.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') actions.setOpen(false);
      }}
    >
      <header>
        <h1>{t('panel.title')}</h1>
        <button type="button" class="quiet" onClick={() => actions.moveTo(otherSide, state.top.value)}>
          {t(`panel.dock.${otherSide}`)}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={t('panel.close')}
          onClick={() => actions.setOpen(false)}
        >
          ✕
        </button>
      </header>
      <div class="scroll">
        {report === null ? (
          <p class="hint">{t('badge.reading')}</p>
        ) : (
          <>
            <p class="hint">
              {report.snapshot.account ? t('account.title') : t(`pageKind.${report.snapshot.kind}`)} ·{' '}
              {t('panel.judgedAt', report.now)}
            </p>
            <CampaignStrip state={state} actions={actions} />
            <p class="tally" role="status">
              {order.map((kind) => (
                <OutcomeMark key={kind} kind={kind} count={counts[kind]} />
              ))}
            </p>
            <parts.above report={report} state={state} actions={actions} />
            <Limits limits={report.snapshot.limits} />
            <OutcomeGroup kind="fail" {...group} />
            <Typos state={state} actions={actions} />
            <OutcomeGroup kind="review" {...group} />
            {parts.middle ? <parts.middle report={report} state={state} actions={actions} /> : null}
            <Exceptions outcomes={report.outcomes} letBe={state.letBe.value} />
            <OutcomeGroup kind="pass" {...group} />
            <OutcomeGroup kind="notApplicable" {...group} />
            {parts.below ? <parts.below report={report} state={state} actions={actions} /> : null}
            <p class="hint">{t('panel.pack', report.pack.name)}</p>
          </>
        )}
      </div>
      <footer>
        <button type="button" class="primary" onClick={() => actions.record()}>
          {t('panel.recordPage')}
        </button>
        <button type="button" onClick={() => actions.openWorkbench()}>
          {t('panel.workbench')}
        </button>
        <details class="more">
          <summary>{t('panel.more')}</summary>
          <button type="button" onClick={() => actions.switchOffSite()}>
            {t('panel.offSite')}
          </button>
          <button type="button" onClick={() => actions.switchOff()}>
            {t('panel.off')}
          </button>
        </details>
      </footer>
    </section>
  );
}

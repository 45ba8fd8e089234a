import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { noFilter } from '../../utils/findings/filter';
import { t } from '../shared/words';
import { Batch } from './Batch';
import { CampaignView } from './campaign/CampaignView';
import type { CampaignModel } from './campaign/model';
import { Detail } from './Detail';
import type { SharedDisputes } from './disputes/model';
import { SharedDisputesView } from './disputes/SharedDisputesView';
import { Filters } from './Filters';
import { FindingList } from './FindingList';
import { backToTriage, triage } from './keys';
import type { Workbench } from './model';
import { Notices, UndoBar } from './Notices';
import { OverviewView } from './overview/OverviewView';
import { BlindSwitch } from './review/BlindReview';
import { SettingsView } from './SettingsView';
import { SyncStatus } from './SyncStatus';
import { Toolbar } from './Toolbar';
import type { TermsModel } from './terms/model';
import { TermsView } from './terms/TermsView';

const VIEWS = ['findings', 'overview', 'campaign', 'terms', 'settings'] as const;
type View = (typeof VIEWS)[number];

/** The workbench: the ledger with its filter and details, the inspection under way, and the settings. */
export function App(props: {
  model: Workbench;
  campaign: CampaignModel;
  terms: TermsModel;
  shared: SharedDisputes;
}) {
  const { model, campaign, terms, shared } = props;
  const view = useSignal<View>('findings');
  useLayoutEffect(() => receiveDrops(model), []);
  const showFinding = (finding: string) => {
    model.filter.value = noFilter;
    model.selected.value = finding;
    view.value = 'findings';
  };
  return (
    <>
      <header class="top">
        <h1>{t('workbench.title')}</h1>
        <nav aria-label={t('workbench.views')}>
          {VIEWS.map((name) => (
            <button
              key={name}
              type="button"
              class="tab"
              data-view={name}
              aria-current={view.value === name ? 'page' : undefined}
              onClick={() => {
                view.value = name;
              }}
            >
              {t(`workbench.view.${name}`)}
            </button>
          ))}
        </nav>
        {view.value === 'findings' ? <Toolbar model={model} campaign={campaign} /> : null}
      </header>
      <SyncStatus
        model={model}
        shared={shared}
        openSettings={() => {
          view.value = 'settings';
        }}
      />
      <SharedDisputesView model={shared} />
      <Notices
        model={model}
        openSettings={() => {
          view.value = 'settings';
        }}
      />
      {view.value === 'findings' ? <Ledger model={model} /> : null}
      {view.value === 'overview' ? <OverviewView model={model} show={showFinding} /> : null}
      {view.value === 'campaign' ? <CampaignView model={campaign} show={showFinding} /> : null}
      {view.value === 'terms' ? <TermsView model={terms} /> : null}
      {view.value === 'settings' ? <SettingsView /> : null}
      <UndoBar model={model} />
    </>
  );
}

/** Backup and review files dropped anywhere on the workbench are merged. */
function receiveDrops(model: Workbench): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    void model.restore(files);
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}

function Ledger({ model }: { model: Workbench }) {
  const isOpen = useRef(false);
  useEffect(() => {
    // A step takes its button or its form away, and the focus with it.
    if (isOpen.current) backToTriage();
    isOpen.current = true;
  }, [model.undoable.value, model.asking.value]);
  if (model.ledger.loading.value && model.findings.value.length === 0)
    return <p class="empty">{t('workbench.loading')}</p>;
  if (model.findings.value.length === 0) return <Welcome />;
  return (
    <main
      class="ledger"
      data-detail={model.current.value ? 'open' : undefined}
      onKeyDown={(event) => triage(event, model)}
    >
      <section class="browse" aria-label={t('workbench.view.findings')}>
        <Filters model={model} />
        <BlindSwitch model={model} />
        {model.review.on.value ? null : <Batch model={model} />}
        <FindingList model={model} />
      </section>
      <Detail model={model} />
    </main>
  );
}

/** The empty state teaches the first three steps. */
function Welcome() {
  return (
    <main class="empty">
      <h2>{t('welcome.title')}</h2>
      <ol>
        {(['open', 'look', 'flag'] as const).map((step) => (
          <li key={step}>{t(`welcome.${step}`)}</li>
        ))}
      </ol>
      <p class="hint">{t('welcome.elsewhere')}</p>
    </main>
  );
}

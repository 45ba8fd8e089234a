import '../../components/workbench/workbench.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { t } from '../../components/shared/words';
import { App } from '../../components/workbench/App';
import { CampaignModel } from '../../components/workbench/campaign/model';
import { SharedDisputes } from '../../components/workbench/disputes/model';
import { Workbench } from '../../components/workbench/model';
import { TermsModel } from '../../components/workbench/terms/model';
import { copies } from '../../utils/copies';
import { openStore } from '../../utils/findings/store';
import { loadSettings, settingsItem } from '../../utils/settings';

/** The full page of the extension: ledger, details, settings, export. */
async function start(): Promise<void> {
  document.title = t('workbench.title');
  const reviewer = signal((await loadSettings()).reviewer);
  settingsItem.watch((settings) => {
    reviewer.value = settings?.reviewer ?? '';
  });
  const root = document.getElementById('app')!;
  const target = new URLSearchParams(location.hash.slice(1));
  const author = () => reviewer.value;
  const opening = once(() => openStore({ author, now: Date.now, ...copies }));
  const model = new Workbench(opening, author);
  const campaign = new CampaignModel(model, opening, Date.now);
  model.notice.value = target.get('notice');
  model.selected.value = target.get('finding');
  const terms = new TermsModel(opening);
  const shared = new SharedDisputes({
    open: opening,
    step: (text, work) => model.step(text, work),
    attempt: (work) => model.attempt(work),
    campaign: campaign.openId,
  });
  render(<App model={model} campaign={campaign} terms={terms} shared={shared} />, root);
  await Promise.all([model.load(), campaign.load()]);
  void model.attempt(() => shared.load());
  addEventListener('hashchange', () => {
    const next = new URLSearchParams(location.hash.slice(1));
    model.notice.value = next.get('notice');
    if (next.get('finding')) model.selected.value = next.get('finding');
  });
}

/** Both models share one store; an opening that fails is tried again by the next caller. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

void start();

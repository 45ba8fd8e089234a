import { useSignal } from '@preact/signals';
import { t } from '../../shared/words';
import { usePolicy } from '../Policy';
import { Board } from './Board';
import { CampaignForm } from './CampaignForm';
import type { CampaignModel } from './model';
import { NoticeView } from './notice/NoticeView';
import { RecheckView } from './RecheckView';
import { RosterImport } from './RosterImport';
import { Rounds } from './Rounds';
import { ReadingView } from './reading/ReadingView';
import { TallyView } from './TallyView';

const TABS = ['board', 'roster', 'tally', 'recheck', 'notice', 'reading', 'setup'] as const;
type Tab = (typeof TABS)[number];

/** One inspection: its progress, its roster and how it is set up. */
export function CampaignView({
  model,
  show: showFinding,
}: {
  model: CampaignModel;
  show(finding: string): void;
}) {
  const isLocked = !!usePolicy().campaign;
  const chosen = useSignal<Tab | 'new' | null>(null);
  if (model.loading.value) return <p class="empty">{t('workbench.loading')}</p>;
  const campaign = model.open.value;
  const tab = campaign ? (chosen.value ?? (model.board.value.length > 0 ? 'board' : 'roster')) : 'new';
  const show = (next: Tab | 'new') => {
    chosen.value = next;
  };
  return (
    <main class="campaign">
      <header class="campaign-head">
        {model.campaigns.value.length > 0 ? (
          <select
            aria-label={t('campaign.choose')}
            value={model.openId.value}
            disabled={isLocked}
            title={isLocked ? t('managed.locked') : undefined}
            onChange={(event) => void model.choose(event.currentTarget.value)}
          >
            <option value="">{t('campaign.none')}</option>
            {model.campaigns.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        {campaign ? (
          <nav aria-label={t('campaign.parts')}>
            {TABS.map((name) => (
              <button
                key={name}
                type="button"
                class="tab"
                aria-current={tab === name ? 'page' : undefined}
                onClick={() => show(name)}
              >
                {t(`campaign.tab.${name}`)}
              </button>
            ))}
          </nav>
        ) : null}
        {tab === 'new' || isLocked ? null : (
          <button type="button" onClick={() => show('new')}>
            {t('campaign.new')}
          </button>
        )}
      </header>
      {tab === 'board' ? <Board model={model} /> : null}
      {tab === 'roster' ? <RosterImport model={model} done={() => show('board')} /> : null}
      {tab === 'tally' ? <TallyView model={model} show={showFinding} /> : null}
      {tab === 'recheck' ? <RecheckView model={model} show={showFinding} /> : null}
      {tab === 'notice' ? <NoticeView model={model} show={showFinding} /> : null}
      {tab === 'reading' ? <ReadingView model={model} /> : null}
      {tab === 'setup' ? (
        <div class="settings-scroll">
          <CampaignForm model={model} campaign={campaign} done={() => show('board')} />
          <Rounds model={model} />
        </div>
      ) : null}
      {tab === 'new' ? <CampaignForm model={model} campaign={null} done={() => show('roster')} /> : null}
    </main>
  );
}

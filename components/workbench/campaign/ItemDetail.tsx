import { platformNames } from '../../../utils/accounts/platform';
import { sendMessage } from '../../../utils/messages';
import { t } from '../../shared/words';
import { DetailHead } from '../DetailHead';
import { Checks } from './item/Checks';
import { Doubts } from './item/Doubts';
import { LedgerFields } from './item/LedgerFields';
import { Phone } from './item/Phone';
import { SeenPages } from './item/SeenPages';
import { Unreachable } from './item/Unreachable';
import type { CampaignModel } from './model';

/** One item: the required checks with the reviewer's word on each, what was read, and its ledger entry. */
export function ItemDetail({ model }: { model: CampaignModel }) {
  const coverage = model.current.value;
  if (!coverage) return <aside class="detail detail-none">{t('board.choose')}</aside>;
  const { record, state } = coverage;
  const { item } = record;
  return (
    <aside class="detail" aria-label={t('board.detail')} key={item.id}>
      <DetailHead
        title={
          <>
            {item.name} <span class={`state state-${state}`}>{t(`itemState.${state}`)}</span>
          </>
        }
        hint={
          <>
            {item.platform ? platformNames[item.platform][0] : t(`itemKind.${item.kind}`)} · {item.unit}
            {item.url ? null : ` · ${t('board.noUrl')}`}
          </>
        }
        url={item.url}
        open={{ label: t('board.open'), run: () => void sendMessage('openItem', { item: item.id }) }}
        back={() => {
          model.selected.value = null;
        }}
      >
        <button type="button" onClick={() => model.goNext()}>
          {t('inspection.next')}
        </button>
      </DetailHead>
      <Doubts record={record} />
      <Checks coverage={coverage} model={model} />
      <Unreachable coverage={coverage} model={model} />
      {item.kind === 'account' ? <Phone coverage={coverage} model={model} /> : null}
      <LedgerFields coverage={coverage} model={model} />
      <SeenPages record={record} />
    </aside>
  );
}

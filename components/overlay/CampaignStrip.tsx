import type { Category } from '../../utils/checks/category';
import { t, words } from '../shared/words';
import type { OverlayActions, OverlayState } from './model';

/** Which item of the open campaign this page belongs to, how it stands, and the way to the next one. */
export function CampaignStrip({ state, actions }: { state: OverlayState; actions: OverlayActions }) {
  const place = state.place.value;
  if (!state.campaign.value || !place) return null;
  const { item } = place;
  const covered = item?.waiting.length === 0;
  return (
    <section class="campaign" aria-label={t('inspection.title')}>
      <p class="hint">{t('inspection.progress', state.campaign.value, place.covered, place.total)}</p>
      {item ? (
        <p>
          <b>{item.name}</b> {item.unit === item.name ? null : <span class="hint">{item.unit} </span>}
          <span class={`state state-${item.state}`}>{t(`itemState.${item.state}`)}</span>
        </p>
      ) : (
        <p class="hint">{t('inspection.unknown')}</p>
      )}
      {item && !covered ? (
        <p class="hint">
          {t('inspection.waiting', item.waiting.map((category) => t(`category.${category}`)).join('、'))}
        </p>
      ) : null}
      {place.doubts.map((doubt) => (
        <p class="hint" key={doubt.key}>
          {t('inspection.doubt', words(doubt))}{' '}
          <button type="button" class="small" onClick={() => actions.recordDoubt(doubt)}>
            {t('panel.record')}
          </button>
        </p>
      ))}
      {place.sweep ? (
        <p class="sweep">{t('inspection.sweep', t(`category.${place.sweep.category}`), place.sweep.left)}</p>
      ) : null}
      {item && state.reading.value ? (
        <p class="hint">{t('inspection.reading', state.readSeconds.value, state.readLinks.value)}</p>
      ) : null}
      <p class="actions">
        {item && place.sweep && item.waiting.includes(place.sweep.category) ? (
          <SweepRuling item={item.id} category={place.sweep.category} actions={actions} />
        ) : item && !covered ? (
          <button type="button" onClick={() => actions.ruleItem(item.id, 'pass')}>
            {t('inspection.clear')}
          </button>
        ) : null}
        {item ? null : (
          <button type="button" onClick={() => actions.addToRoster()}>
            {t('inspection.add')}
          </button>
        )}
        <button type="button" onClick={() => actions.nextItem()}>
          {t('inspection.next')}
        </button>
      </p>
    </section>
  );
}

/** In a sweep the reviewer speaks about one check at a time. */
function SweepRuling(props: { item: string; category: Category; actions: OverlayActions }) {
  const { item, category, actions } = props;
  return (
    <>
      <button type="button" onClick={() => actions.ruleItem(item, 'pass', category)}>
        {t('inspection.clear')}
      </button>
      <button type="button" onClick={() => actions.ruleItem(item, 'fail', category)}>
        {t('inspection.wrong')}
      </button>
    </>
  );
}

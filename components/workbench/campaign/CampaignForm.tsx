import { type Campaign, defaultRequirements } from '../../../utils/campaign/campaign';
import { ITEM_KINDS, type ItemKind } from '../../../utils/campaign/roster/item';
import { type Category, categories } from '../../../utils/checks/category';
import { packs } from '../../../utils/indicators/packs';
import { t } from '../../shared/words';
import type { CampaignModel } from './model';

/** Makes a campaign, or changes one. */
export function CampaignForm(props: { model: CampaignModel; campaign: Campaign | null; done(): void }) {
  const { model, campaign, done } = props;
  const latest = model.campaigns.value.at(-1);
  const requirements = campaign?.requirements ?? defaultRequirements;
  const submit = async (form: HTMLFormElement) => {
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const values = {
      name: text('name'),
      region: text('region'),
      office: text('office'),
      checkpoint: text('checkpoint') || null,
      pack: text('pack'),
      reviewers: text('reviewers')
        .split(/[\s,，;；、]+/u)
        .filter(Boolean),
      requirements: {
        site: required(data, 'site'),
        column: required(data, 'column'),
        account: required(data, 'account'),
      },
    };
    if (campaign) await model.change(values);
    else await model.create({ ...values, previous: text('previous') });
    done();
  };
  return (
    <form
      class="edit setup"
      key={campaign?.id ?? 'new'}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h2 class="wide">{t(campaign ? 'campaign.setup' : 'campaign.new')}</h2>
      <label>
        {t('campaign.name')}
        <input
          name="name"
          required
          maxLength={80}
          placeholder={t('campaign.nameHint')}
          value={campaign?.name ?? ''}
        />
      </label>
      <label>
        {t('campaign.checkpoint')}
        <input name="checkpoint" type="date" value={campaign?.checkpoint ?? ''} />
      </label>
      <label>
        {t('campaign.region')}
        <input name="region" maxLength={40} value={(campaign ?? latest)?.region ?? ''} />
      </label>
      <label>
        {t('campaign.office')}
        <input name="office" maxLength={80} value={(campaign ?? latest)?.office ?? ''} />
      </label>
      <label>
        {t('settings.pack')}
        <select name="pack" value={model.pack.value.id}>
          {[...Object.values(packs), ...model.ownPacks.value].map((pack) => (
            <option key={pack.id} value={pack.id}>
              {pack.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('campaign.reviewers')}
        <input name="reviewers" maxLength={400} value={campaign?.reviewers.join('、') ?? ''} />
      </label>
      {campaign ? null : (
        <label>
          {t('campaign.previous')}
          <select name="previous" value={latest?.id ?? ''}>
            <option value="">{t('campaign.noPrevious')}</option>
            {model.campaigns.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {ITEM_KINDS.map((kind) => (
        <fieldset class="wide" key={kind}>
          <legend>{t('campaign.requires', t(`itemKind.${kind}`))}</legend>
          {categories.map((category) => (
            <label class="choice" key={category}>
              <input
                type="checkbox"
                name={`requires-${kind}`}
                value={category}
                defaultChecked={requirements[kind].includes(category)}
              />
              {t(`category.${category}`)}
            </label>
          ))}
        </fieldset>
      ))}
      <p class="form-actions">
        <button type="submit" class="primary">
          {t(campaign ? 'form.save' : 'campaign.create')}
        </button>
      </p>
    </form>
  );
}

function required(data: FormData, kind: ItemKind): Category[] {
  const chosen = data.getAll(`requires-${kind}`);
  return categories.filter((category) => chosen.includes(category));
}

import { useSignal } from '@preact/signals';
import { platformNames, platforms } from '../../../utils/accounts/platform';
import { asPack } from '../../../utils/campaign/packs';
import type { Indicator, IndicatorPack } from '../../../utils/indicators/pack';
import { FileButton } from '../../shared/FileButton';
import { t } from '../../shared/words';
import { download } from '../download';
import { AccountLimit, UnitChoice } from './AccountLimit';
import type { CampaignModel } from './model';

/** An office's own pack: made from the one in use, each number with its source; saved to a file and brought back. */
export function PackForm({ model }: { model: CampaignModel }) {
  const pack = model.pack.value;
  const accounts = pack.indicators[pack.checks.accountUpdate ?? ''];
  const problem = useSignal('');
  const own = model.ownPacks.value.some(({ id }) => id === pack.id);
  const take = async (file: File) => {
    const read = asPack(
      await file
        .text()
        .then(JSON.parse)
        .catch(() => null),
    );
    problem.value = read ? '' : t('pack.refused');
    if (read) await model.savePack(read);
  };
  return (
    <details>
      <summary>{t('pack.title')}</summary>
      <p class="actions">
        <button
          type="button"
          onClick={() =>
            download(
              new Blob([JSON.stringify(pack, null, 2)], { type: 'application/json' }),
              `${pack.id}.json`,
            )
          }
        >
          {t('pack.export')}
        </button>
        <FileButton label={t('pack.import')} accept=".json" take={(file) => void take(file)} />
        {own ? null : (
          <button
            type="button"
            onClick={() =>
              void model.savePack({
                ...pack,
                id: `${pack.id}-${crypto.randomUUID().slice(0, 8)}`,
                name: t('pack.localName', pack.name),
                issuer: model.open.value!.office || t('pack.localIssuer'),
              })
            }
          >
            {t('pack.copy')}
          </button>
        )}
      </p>
      {problem.value ? <p role="alert">{problem.value}</p> : null}
      {own ? (
        <div class="scroll-x">
          <table>
            <thead>
              <tr>
                {['indicator', 'number', 'value', 'source', 'verified'].map((name) => (
                  <th key={name} scope="col">
                    {t(`pack.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Object.values(pack.indicators).flatMap((indicator) =>
                Object.keys(indicator.thresholds).map((name) => (
                  <Row
                    key={`${indicator.id}/${name}`}
                    indicator={indicator}
                    name={name}
                    isAccountLimit={indicator.id === pack.checks.accountUpdate && name.startsWith('limit')}
                    save={(changed) => void model.savePack(withIndicator(pack, changed))}
                  />
                )),
              )}
            </tbody>
          </table>
          {accounts ? (
            <AccountLimit
              indicator={accounts}
              save={(changed) => void model.savePack(withIndicator(pack, changed))}
            />
          ) : null}
        </div>
      ) : (
        <p class="hint">{t('pack.shipped')}</p>
      )}
    </details>
  );
}

function Row(props: {
  indicator: Indicator;
  name: string;
  isAccountLimit: boolean;
  save(indicator: Indicator): void;
}) {
  const { indicator, name, isAccountLimit, save } = props;
  const threshold = indicator.thresholds[name]!;
  const label = `${indicator.id} ${name}`;
  const change = (part: Partial<typeof threshold>) =>
    save({ ...indicator, thresholds: { ...indicator.thresholds, [name]: { ...threshold, ...part } } });
  return (
    <tr>
      <td>
        {indicator.id} {indicator.clause}
      </td>
      <td>{numberName(name)}</td>
      <td>
        <input
          type="number"
          min={0}
          aria-label={`${label} ${t('pack.value')}`}
          value={threshold.value}
          onChange={(event) => change({ value: Number(event.currentTarget.value) || 0 })}
        />{' '}
        {isAccountLimit && (threshold.unit === 'days' || threshold.unit === 'workingDays') ? (
          <UnitChoice
            label={`${label} ${t('pack.unitOf')}`}
            value={threshold.unit}
            choose={(unit) => change({ unit })}
          />
        ) : (
          t(`pack.unit.${threshold.unit}`)
        )}
      </td>
      <td>
        <input
          required
          aria-label={`${label} ${t('pack.source')}`}
          value={threshold.source}
          onChange={(event) => {
            if (event.currentTarget.value.trim()) change({ source: event.currentTarget.value.trim() });
          }}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={`${label} ${t('pack.verified')}`}
          checked={threshold.verified}
          onChange={(event) => change({ verified: event.currentTarget.checked })}
        />
      </td>
    </tr>
  );
}

/** Names of numbers that have words; others are shown as the pack has them. */
const NAMED = ['limit', 'warn', 'columns', 'perYear', 'gap', 'burst', 'items'];

function numberName(name: string): string {
  const platform = platforms.find((one) => name === `limit:${one}`);
  if (platform) return t('pack.limitOf', platformNames[platform][0]!);
  return NAMED.includes(name) ? t(`pack.threshold.${name}`) : name;
}

function withIndicator(pack: IndicatorPack, indicator: Indicator): IndicatorPack {
  return {
    ...pack,
    version: pack.version + 1,
    indicators: { ...pack.indicators, [indicator.id]: indicator },
  };
}

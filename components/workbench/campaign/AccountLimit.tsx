import { type Platform, platformNames, platforms } from '../../../utils/accounts/platform';
import type { Indicator, Threshold } from '../../../utils/indicators/pack';
import { t } from '../../shared/words';

/** Adds a platform's own limit to the indicator of account updates: 10 days for 微博, 7 working days for 抖音, with its source. */
export function AccountLimit({
  indicator,
  save,
}: {
  indicator: Indicator;
  save(indicator: Indicator): void;
}) {
  const free = platforms.filter((platform) => !indicator.thresholds[`limit:${platform}`]);
  if (free.length === 0) return null;
  return (
    <form
      class="inline"
      aria-label={t('pack.accountLimit')}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const platform = String(data.get('platform')) as Platform;
        const threshold: Threshold = {
          value: Number(data.get('value')),
          unit: data.get('unit') === 'workingDays' ? 'workingDays' : 'days',
          source: String(data.get('source')).trim(),
          verified: true,
        };
        save({
          ...indicator,
          thresholds: { ...indicator.thresholds, [`limit:${platform}`]: threshold },
        });
        event.currentTarget.reset();
      }}
    >
      <label class="inline-label">
        {t('pack.accountLimit')}
        <select name="platform">
          {free.map((platform) => (
            <option key={platform} value={platform}>
              {platformNames[platform][0]}
            </option>
          ))}
        </select>
      </label>
      <input name="value" type="number" min={1} max={366} required aria-label={t('pack.value')} />
      <UnitChoice name="unit" label={t('pack.unitOf')} value="days" />
      <input
        name="source"
        required
        pattern=".*\S.*"
        aria-label={t('pack.source')}
        placeholder={t('pack.source')}
      />
      <button type="submit">{t('pack.addLimit')}</button>
    </form>
  );
}

/** Days or working days: local rules count either. */
export function UnitChoice(props: {
  name?: string;
  label: string;
  value: 'days' | 'workingDays';
  choose?(unit: 'days' | 'workingDays'): void;
}) {
  const { name, label, value, choose } = props;
  return (
    <select
      name={name}
      aria-label={label}
      value={value}
      onChange={(event) => choose?.(event.currentTarget.value as 'days' | 'workingDays')}
    >
      {(['days', 'workingDays'] as const).map((unit) => (
        <option key={unit} value={unit}>
          {t(`pack.unit.${unit}`)}
        </option>
      ))}
    </select>
  );
}

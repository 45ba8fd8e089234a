import { useEffect, useState } from 'preact/hooks';
import { packs } from '../../utils/indicators/packs';
import { changeSettings, loadSettings, type Settings, settingsItem } from '../../utils/settings';
import { t } from '../shared/words';
import { BackupSettings } from './BackupSettings';
import { OffSites } from './OffSites';
import { PolicyNote, usePolicy } from './Policy';
import { AddedSites, ScreenshotPermission } from './SitePermissions';
import { SyncSettings } from './SyncSettings';

/** The reviewer's settings; each change is kept at once. */
export function SettingsView() {
  const policy = usePolicy();
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const read = () => void loadSettings().then(setSettings);
    read();
    return settingsItem.watch(read);
  }, []);
  if (!settings) return <p class="empty">{t('workbench.loading')}</p>;
  const change = (part: Partial<Settings>) => void changeSettings(part);

  return (
    <main class="settings">
      <PolicyNote />
      <label>
        {t('settings.reviewer')}
        <input
          value={settings.reviewer}
          maxLength={50}
          autoComplete="name"
          onChange={(event) => change({ reviewer: event.currentTarget.value.trim() })}
        />
        <small>{t('settings.reviewerHint')}</small>
      </label>
      <label>
        {t('settings.inspectionDate')}
        <input
          type="date"
          value={settings.inspectionDate ?? ''}
          onChange={(event) => change({ inspectionDate: event.currentTarget.value || null })}
        />
        <small>{t('settings.inspectionHint')}</small>
      </label>
      <label>
        {t('settings.pack')}
        <select
          name="pack"
          value={settings.pack}
          disabled={!!policy.pack}
          onChange={(event) => change({ pack: event.currentTarget.value })}
        >
          {Object.values(packs).map((pack) => (
            <option key={pack.id} value={pack.id}>
              {pack.name}
            </option>
          ))}
        </select>
        {policy.pack ? <small>{t('managed.locked')}</small> : null}
      </label>
      <Switch
        label={t('settings.overlay')}
        on={settings.overlay}
        onChange={(overlay) => change({ overlay })}
      />
      <Switch
        label={t('settings.listTags')}
        on={settings.listTags}
        onChange={(listTags) => change({ listTags })}
      />
      <Switch label={t('reading.switch')} on={settings.reading} onChange={(reading) => change({ reading })} />
      <label>
        {t('settings.typos')}
        <select
          value={settings.typos}
          onChange={(event) => change({ typos: event.currentTarget.value as Settings['typos'] })}
        >
          {(['likely', 'sure', 'hint', 'off'] as const).map((level) => (
            <option key={level} value={level}>
              {t(`settings.typoLevel.${level}`)}
            </option>
          ))}
        </select>
      </label>
      <BackupSettings settings={settings} />
      <SyncSettings />
      <AddedSites />
      <ScreenshotPermission />
      <OffSites />
    </main>
  );
}

function Switch({ label, on, onChange }: { label: string; on: boolean; onChange(on: boolean): void }) {
  return (
    <label class="switch">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

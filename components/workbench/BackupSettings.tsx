import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { canPickFolder, pickFolder, rememberedFolder } from '../../utils/backupFolder';
import { sendMessage } from '../../utils/messages';
import { beijingTime } from '../../utils/report/columns';
import { type BackupState, backupItem, changeSettings, type Settings } from '../../utils/settings';
import { t, words } from '../shared/words';

const MODES = ['off', 'folder', 'download'] as const;

/** 自动备份: where files go by themselves, how often, how it stands, and the way to do it now. */
export function BackupSettings({ settings }: { settings: Settings }) {
  const [state, setState] = useState<BackupState | null>(null);
  const [folder, setFolder] = useState('');
  useEffect(() => {
    const read = () => void backupItem.getValue().then(setState);
    read();
    void rememberedFolder().then((picked) => setFolder(picked?.name ?? ''));
    return backupItem.watch(read);
  }, []);

  // Both questions of the browser need the click itself, so they come before anything else.
  const choose = async (mode: Settings['backup']) => {
    if (mode === 'folder') {
      const picked = await pickFolder();
      if (!picked) return;
      setFolder(picked.name);
    }
    if (mode === 'download' && !(await browser.permissions.request({ permissions: ['downloads'] }))) return;
    await changeSettings({ backup: mode });
    await now();
  };
  const now = async () => {
    const picked = settings.backup === 'folder' ? await rememberedFolder() : null;
    await picked?.requestPermission({ mode: 'readwrite' });
    await sendMessage('backUp', { atOnce: true });
  };

  return (
    <section class="backup">
      <h2>{t('backup.title')}</h2>
      <p class="hint">{t('backup.hint')}</p>
      <fieldset>
        <legend>{t('backup.where')}</legend>
        {MODES.filter((mode) => mode !== 'folder' || canPickFolder()).map((mode) => (
          <label key={mode} class="choice">
            <input
              type="radio"
              name="backup"
              checked={settings.backup === mode}
              onClick={(event) => {
                // What is shown follows the settings: the reviewer may still say no to the browser.
                event.preventDefault();
                void choose(mode);
              }}
            />
            {mode === 'folder' && folder ? t('backup.mode.folderNamed', folder) : t(`backup.mode.${mode}`)}
          </label>
        ))}
      </fieldset>
      {settings.backup === 'off' ? null : (
        <>
          <label>
            {t('backup.every')}
            <input
              type="number"
              min={1}
              max={1000}
              value={settings.backupEvery}
              onChange={(event) =>
                void changeSettings({
                  backupEvery: Math.min(1000, Math.max(1, Number(event.currentTarget.value) || 20)),
                })
              }
            />
          </label>
          <p role="status">
            {state?.at
              ? t('backup.last', beijingTime(state.at), state.name, state.entries)
              : t('backup.none')}
          </p>
          {state?.problem ? <p role="alert">{words(state.problem)}</p> : null}
          <button type="button" onClick={() => void now()}>
            {t('backup.now')}
          </button>
        </>
      )}
    </section>
  );
}

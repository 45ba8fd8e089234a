import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { addedHosts, covers, hostOfPattern, patternOf } from '../../utils/hosts';
import { t } from '../shared/words';
import { usePolicy } from './Policy';

const everywhere = { origins: ['<all_urls>'] };

/** The granted origins, followed while the view is open. */
export function useOrigins(): string[] {
  const [origins, setOrigins] = useState<string[]>([]);
  useEffect(() => {
    const read = () => void browser.permissions.getAll().then((all) => setOrigins(all.origins ?? []));
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return origins;
}

/** Sites beside *.gov.cn that are read by themselves; the browser asks before one is added. */
export function AddedSites() {
  const added = addedHosts(useOrigins());
  const { sites = [], onlySites } = usePolicy();
  const wanted = sites
    .map(patternOf)
    .filter((pattern) => pattern !== null)
    .filter((pattern) => !added.some((known) => covers(known, hostOfPattern(pattern))));
  const [problem, setProblem] = useState('');

  const add = async (form: HTMLFormElement) => {
    const typed = String(new FormData(form).get('address') ?? '');
    const pattern = patternOf(typed);
    if (!pattern) return setProblem(t('settings.badSite', typed));
    const granted = await browser.permissions.request({ origins: [pattern] });
    setProblem(granted ? '' : t('settings.refusedSite'));
    if (granted) form.reset();
  };

  return (
    <section>
      <h2>{t('settings.sites')}</h2>
      <p class="hint">{t('settings.sitesHint')}</p>
      {wanted.length > 0 ? (
        <p class="notice">
          <span>{t('managed.sites', wanted.map(hostOfPattern).join('、'))}</span>
          <button
            type="button"
            onClick={() =>
              void browser.permissions
                .request({ origins: wanted })
                .then((granted) => setProblem(granted ? '' : t('settings.refusedSite')))
            }
          >
            {t('managed.allowSites')}
          </button>
        </p>
      ) : null}
      {onlySites ? <p class="hint">{t('managed.onlySites')}</p> : null}
      <form
        hidden={onlySites}
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void add(event.currentTarget);
        }}
      >
        <input
          name="address"
          aria-label={t('settings.siteAddress')}
          placeholder={t('settings.siteAddress')}
        />
        <button type="submit">{t('settings.addSite')}</button>
      </form>
      {problem ? <p role="alert">{problem}</p> : null}
      <ul>
        {added.map((pattern) => (
          <li key={pattern}>
            {hostOfPattern(pattern)}{' '}
            <button type="button" onClick={() => void browser.permissions.remove({ origins: [pattern] })}>
              {t('settings.removeSite')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The wide permission that lets the panel take screenshots too; never asked for without this click. */
export function ScreenshotPermission() {
  const granted = useOrigins().includes('<all_urls>');
  return (
    <section>
      <h2>{t('settings.screenshots')}</h2>
      <p class="hint">{t('settings.screenshotsHint')}</p>
      {granted ? (
        <button type="button" onClick={() => void browser.permissions.remove(everywhere)}>
          {t('settings.revoke')}
        </button>
      ) : (
        <button type="button" onClick={() => void browser.permissions.request(everywhere)}>
          {t('settings.allow')}
        </button>
      )}
    </section>
  );
}

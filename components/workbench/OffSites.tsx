import { useEffect, useState } from 'preact/hooks';
import { changeSite, sitesSwitchedOff } from '../../utils/settings';
import { t } from '../shared/words';

/** Sites on which the reviewer switched the overlay off, each with the way back. */
export function OffSites() {
  const [hosts, setHosts] = useState<string[]>([]);
  const read = () => void sitesSwitchedOff().then(setHosts);
  useEffect(read, []);
  if (hosts.length === 0) return null;
  return (
    <section>
      <h2>{t('settings.offSites')}</h2>
      <ul>
        {hosts.map((host) => (
          <li key={host}>
            {host}{' '}
            <button type="button" onClick={() => void changeSite(host, { off: false }).then(read)}>
              {t('settings.reopen')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

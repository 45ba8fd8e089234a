import { useSignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { originsOf, type Platform, platformNames } from '../../../utils/accounts/platform';
import type { RosterItem } from '../../../utils/campaign/roster/item';
import { platformsToAllow } from '../../../utils/campaign/roster/permissions';
import { t } from '../../shared/words';
import { useOrigins } from '../SitePermissions';

/**
 * Asks the browser for the pages of platforms. It must be called in the very click, before anything is awaited: both
 * browsers refuse otherwise. False when the reviewer or the browser says no.
 */
export function askFor(wanted: readonly Platform[]): Promise<boolean> {
  const origins = wanted.flatMap((platform) => originsOf(platform));
  return browser.permissions.request({ origins }).catch(() => false);
}

/** The platforms that these roster lines need and that may not be read yet, followed while the view is open. */
export function usePlatformsToAllow(items: readonly Pick<RosterItem, 'platform'>[]): Platform[] {
  return platformsToAllow(items, useOrigins());
}

/** Says which platforms of the roster may not be read yet, however their accounts came there, and asks for them. */
export function PlatformPermissions({ items }: { items: readonly RosterItem[] }) {
  const wanted = usePlatformsToAllow(items);
  const refused = useSignal(false);
  if (wanted.length === 0) return null;
  return (
    <section class="permit">
      <p>{t('permit.title', wanted.map((platform) => platformNames[platform][0]).join('、'))}</p>
      <p class="hint">{t('permit.hint')}</p>
      <p class="actions">
        <button
          type="button"
          class="primary"
          onClick={() =>
            void askFor(wanted).then((granted) => {
              refused.value = !granted;
            })
          }
        >
          {t('permit.allow')}
        </button>
      </p>
      {refused.value ? <p role="alert">{t('permit.refused')}</p> : null}
    </section>
  );
}

import { onMessage } from '../../utils/messages';
import { startTypoHost } from './host';

/**
 * Chromium's service worker can have no worker of its own, so the typo engine lives under this invisible page.
 * When the engine has been idle its memory is given back by closing the page.
 */
const host = startTypoHost(() => window.close());

onMessage('runTypos', ({ data }) => host.check(data));

import './page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from './overlay';
import { site } from './site';

/** Reads government pages where they are shown. Other hosts get the same script by the toolbar click or on request. */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  async main(ctx) {
    await startOverlay(ctx, site);
  },
});

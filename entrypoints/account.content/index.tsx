import '../page.content/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from '../page.content/overlay';
import { followList } from './list';
import { createAccountSubject } from './subject';

/** Reads official accounts on the platforms that the reviewer has allowed; the background registers it for these. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manifest',
  async main(ctx) {
    const subject = createAccountSubject();
    followList(ctx, subject);
    await startOverlay(ctx, subject);
  },
});

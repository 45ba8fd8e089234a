import { DEMO_DAY } from '../../../demo/site';
import type { Settings } from '../../../utils/settings';
import type { TestBrowser } from './browser';

/** Fixes the 监测时间点 at the demo's day before any page is opened, so that outcomes do not depend on the date. */
export async function settle(browser: TestBrowser, settings: Partial<Settings> = {}): Promise<void> {
  const page = await browser.openOwn('workbench.html', 'header.top');
  await page.evaluate(
    (values) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own API, untyped out here
      const own = globalThis as any;
      return (own.browser ?? own.chrome).storage.local.set({ settings: values });
    },
    { inspectionDate: DEMO_DAY, ...settings },
  );
  await page.close();
}

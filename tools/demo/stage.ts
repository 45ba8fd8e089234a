import { demoHosts } from '../../demo/campaign/ledger';
import { type Demo, startDemo } from '../../demo/server';
import { launch, type TestBrowser } from '../../tests/e2e/harness/browser';
import { settle } from '../../tests/e2e/harness/settings';
import { joinOffice, type Office, startOffice } from './office';

const REVIEWER = '王检查';

/** Everything that the demo plays on. */
export interface Stage {
  demo: Demo;
  office: Office;
  browser: TestBrowser;
  close(): Promise<void>;
}

/**
 * Starts the portals and accounts, the office's endpoint, and Chromium with the built extension in that office's team.
 * @param data folder of the endpoint; `profile`: the browser's, a temporary one when left out.
 */
export async function setStage(options: {
  headless: boolean;
  data: string;
  profile?: string;
}): Promise<Stage> {
  const { headless, data, profile } = options;
  const demo = await startDemo();
  const office = await startOffice(data, REVIEWER);
  const close = async () => {
    await browser.close().catch(() => undefined);
    await office.stop();
    await demo.close();
  };
  const browser = await launch('chromium', {
    port: demo.port,
    hosts: [...demoHosts, '127.0.0.1'],
    headless,
    ...(profile ? { profile } : {}),
  });
  return { demo, office, browser, close };
}

/** A reviewer who opens the extension for the first time: a name, today's checks, the team. */
export async function firstDay({ browser, office }: Stage): Promise<void> {
  await settle(browser, { reviewer: REVIEWER, inspectionDate: null });
  await joinOffice(browser, office.account);
}

import { mkdirSync } from 'node:fs';
import { openDatabase } from '../../server/database';
import { serve } from '../../server/serve';
import { teamsIn } from '../../server/teams';
import { usersIn } from '../../server/users';
import type { TestBrowser } from '../../tests/e2e/harness/browser';
import type { Account } from '../../utils/sync/endpoint';

/** The demo's office: a sync endpoint of its own, on loopback. */
export interface Office {
  account: Account;
  stop(): Promise<void>;
}

const TEAM = 'yunhe';
/** It guards the demo's own data on this machine, and nothing else. */
const PASSWORD = 'yunhe-demo-2024';

/** Starts the endpoint on a data folder, with the reviewer as a member of its only team. */
export async function startOffice(data: string, reviewer: string): Promise<Office> {
  mkdirSync(data, { recursive: true });
  const db = openDatabase(data);
  const users = usersIn(db, Date.now);
  teamsIn(db).create(TEAM);
  if (!users.exists(reviewer)) await users.set(reviewer, PASSWORD);
  users.join(TEAM, reviewer, 'reviewer');
  db.close();
  const running = await serve({ data, host: '127.0.0.1', port: 0, log: () => undefined, now: Date.now });
  return {
    account: { url: running.url, team: TEAM, user: reviewer, password: PASSWORD },
    stop: () => running.stop(),
  };
}

/** Joins the office's team, as the settings do after the browser's question, which nobody can answer here. */
export async function joinOffice(browser: TestBrowser, { password, ...team }: Account): Promise<void> {
  const page = await browser.openOwn('workbench.html', 'header.top');
  await page.evaluate(
    (values) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's own API, untyped out here
      const own = globalThis as any;
      return (own.browser ?? own.chrome).storage.local.set(values);
    },
    { team, 'team-password': password },
  );
  await page.close();
}

/** Exchanges with the office until nothing waits; gives what the workbench says then. */
export async function exchange(browser: TestBrowser): Promise<string> {
  const page = await browser.openOwn('workbench.html', '.sync');
  await page.click('.sync button');
  await page.waitForFunction(
    () => {
      const sync = document.querySelector('.sync')!;
      const text = sync.querySelector('span')!.textContent!;
      return /上次同步/.test(text) && !/待上传/.test(text) && !sync.querySelector('button:disabled');
    },
    { timeout: 120_000 },
  );
  const said = await page.$eval('.sync span', (element) => element.textContent!);
  await page.close();
  return said;
}

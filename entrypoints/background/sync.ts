import { browser } from 'wxt/browser';
import { onMessage } from '../../utils/messages';
import { loadAccount, membershipItem } from '../../utils/sync/account';
import { browserNetwork } from '../../utils/sync/browser';
import { endpointOf, nameOf } from '../../utils/sync/endpoint';
import { exclusively, inTurn, runSync } from '../../utils/sync/run';
import { applyPolicy } from './policy';
import { findings } from './store';

const ALARM = 'sync';
const LOCK = 'duwang-sync';
/** Between two looks at the endpoint, in minutes. */
const PERIOD = 1;
/** How long one wake-up works, in ms: below what browsers allow; the next alarm goes on. */
const BUDGET = 20_000;

/** Exchanges with the team's endpoint while there is a team; without one nothing is woken and nothing is sent. */
export function keepInSync(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void exchange();
  });
  onMessage('syncNow', async () => {
    await exchange(true);
  });
  // The first exchange begins with joining, whatever becomes of the page that asked for it.
  membershipItem.watch(() => void schedule().then(() => exchange()));
  browser.runtime.onStartup.addListener(() => void schedule());
  browser.runtime.onInstalled.addListener(() => void schedule());
}

async function schedule(): Promise<void> {
  if (await membershipItem.getValue()) await browser.alarms.create(ALARM, { periodInMinutes: PERIOD });
  else await browser.alarms.clear(ALARM);
}

/** `atOnce`: the reviewer asks for it, so that an earlier failure is no reason to wait. */
async function exchange(atOnce = false): Promise<void> {
  const account = await loadAccount();
  if (!account) return;
  const { exchange } = await findings();
  if (atOnce) await exchange.note(nameOf(account), { retryAt: 0 });
  const network = browserNetwork(account.url);
  const env = {
    exchange,
    account,
    endpoint: endpointOf(account, network),
    now: Date.now,
    random: Math.random,
  };
  try {
    const next = await runSync(env, (atOnce ? inTurn : exclusively)(navigator.locks, LOCK), BUDGET);
    if (next?.kind === 'done') await applyPolicy();
  } finally {
    network.close();
  }
}

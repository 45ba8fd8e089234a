import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoHosts } from '../demo/campaign/ledger';
import { startDemo } from '../demo/server';
import { launch } from '../tests/e2e/harness/browser';
import { settle } from '../tests/e2e/harness/settings';
import { quarter } from './quarter';

/** The replayed quarter in a real browser; prints one line of JSON, files and pictures go to demo-output/quarter/. */
const folder = resolve('demo-output/quarter');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const browser = await launch('chromium', {
  port: demo.port,
  hosts: demoHosts,
  headless: process.argv.includes('--headless'),
});
try {
  await settle(browser, { reviewer: '王检查', inspectionDate: null });
  console.log(JSON.stringify(await quarter(browser, folder)));
} finally {
  await browser.close();
  await demo.close();
}

import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { demoHosts } from '../demo/campaign/ledger';
import { startDemo } from '../demo/server';
import { launch } from '../tests/e2e/harness/browser';
import { settle } from '../tests/e2e/harness/settings';
import { quarter } from './quarter/quarter';
import { recheck } from './quarter/recheck';

/**
 * The replayed quarter in a real browser; prints one line of JSON. Files and pictures, also of the re-inspection after it, go to
 * demo-output/.
 */
const folder = resolve('demo-output');
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
  const { summary, wording } = await quarter(browser, folder);
  console.error(
    `疑似错别字：${wording.byEngine.length} 处由引擎发现，${wording.bySelection.length} 处人工选中。`,
  );
  const second = await recheck(browser, demo, folder);
  console.error(second.rate);
  console.log(JSON.stringify(summary));
} finally {
  await browser.close();
  await demo.close();
}

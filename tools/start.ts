import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { startDemo } from '../demo/server';
import { launch } from '../tests/e2e/harness/browser';
import { settle } from '../tests/e2e/harness/settings';
import { tour } from './tour';

/** The demo: the city portal on loopback and Chromium with the built extension, for a person or for the record. */
const headless = process.argv.includes('--headless');
const demo = await startDemo();

if (headless) {
  const folder = resolve('demo-output');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const browser = await launch('chromium', { port: demo.port });
  try {
    await settle(browser);
    await tour(browser, folder);
    console.log(`Screenshots, CSV and log are in ${folder}`);
  } finally {
    await browser.close();
    await demo.close();
  }
} else {
  const profile = resolve('.cache/demo-profile');
  const browser = await launch('chromium', { port: demo.port, headless, profile });
  await settle(browser);
  await browser.open('http://www.yunhe-demo.gov.cn/');
  console.log(`The demo portal is open at http://www.yunhe-demo.gov.cn/ (hosts: ${demo.hosts.join(', ')}).`);
  console.log('Close the browser, or press Ctrl+C, to end.');
  await new Promise<void>((done) => browser.browser.once('disconnected', () => done()));
  await demo.close();
}

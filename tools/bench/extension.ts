import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { cpuOf } from './cpu';
import type { Bench } from './syncWorker';

const MANIFEST = {
  manifest_version: 3,
  name: 'bench',
  version: '1',
  background: { service_worker: 'worker.js' },
  permissions: ['storage', 'unlimitedStorage'],
  host_permissions: ['http://127.0.0.1/*'],
};

/** A real Chromium whose extension's worker has the product's store and client; `act` runs a function of {@link Bench} there. */
export async function startBench() {
  const folder = mkdtempSync(join(tmpdir(), 'duwang-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: resolve('tools/bench/syncWorker.ts'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'worker.js',
      },
    },
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    pipe: true,
    enableExtensions: [folder],
    args: ['--no-sandbox', '--disable-background-networking'],
    protocolTimeout: 600_000,
  });
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = (await target.worker())!;
  return {
    act: <T>(work: (bench: Bench, ...args: never[]) => Promise<T>, ...args: unknown[]) =>
      worker.evaluate(`(${work.toString()})(globalThis.bench, ...${JSON.stringify(args)})`) as Promise<T>,
    /** CPU time of the browser so far, in ms. */
    cpu: () => cpuOf(browser.process()!.pid!),
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

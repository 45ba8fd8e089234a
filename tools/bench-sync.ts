/**
 * `npm run bench:sync`: the figures of the exchange, on this machine, as one JSON object. The client is the extension's
 * own, in a real Chromium with its IndexedDB; the peer is PouchDB's replication to PouchDB Server, to which our
 * client pushes the same entries in the same run.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { dataFolder, PASSWORD } from '../tests/lib/endpoint';
import { besidePouchDb } from './bench/pouchdb';
import { simulateReviewers } from './bench/reviewers';
import type { Bench } from './bench/syncPage';

const ENTRIES = 10_000;
const SCREENSHOTS = 100;
const BYTES = 200_000;
const ACCOUNTS = 50;

const script = await bundle();
spawnSync(process.execPath, ['tools/run.mjs', '--bundle', 'server'], { stdio: 'inherit' });
const reviewers = Array.from({ length: ACCOUNTS }, (_, number) => `reviewer${number}`);
const folder = await dataFolder(['wang', 'li', ...reviewers].map((name) => [name, 'gov', 'reviewer']));
const server = spawn(
  process.execPath,
  [join('.cache/tools', 'server.mjs'), '--data', folder, '--port', '0'],
  {
    stdio: ['ignore', 'pipe', 'ignore'],
  },
);
const [url] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
const front = frontOf(url, script);
await once(front, 'listening');
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
  protocolTimeout: 600_000,
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(front.address() as AddressInfo).port}/bench`);
  const idleMb = memoryOf(server.pid!);
  const act = <T>(work: (bench: Bench, ...args: never[]) => Promise<T>, ...args: unknown[]) =>
    page.evaluate(`(${work.toString()})(globalThis.bench, ...${JSON.stringify(args)})`) as Promise<T>;

  await act((bench) => Promise.all([bench.open('wang'), bench.open('li')]));
  await act(
    (bench, n: number, s: number, b: number) => bench.fill('wang', n, s, b),
    ENTRIES,
    SCREENSHOTS,
    BYTES,
  );
  const pushMs = await act((bench, password: string) => bench.sync('wang', password), PASSWORD);
  await act((bench) => bench.fill('wang', 1_000, 0, 0));
  await act((bench, password: string) => bench.sync('wang', password), PASSWORD);
  const coldPullMs = await act((bench, password: string) => bench.sync('li', password), PASSWORD);
  await act((bench) => bench.fill('wang', 50, 0, 0));
  await act((bench, password: string) => bench.sync('wang', password), PASSWORD);
  const incrementalMs = await act((bench, password: string) => bench.sync('li', password), PASSWORD);
  const idlePollMs = await act((bench, password: string) => bench.sync('li', password), PASSWORD);
  const peakMb = memoryOf(server.pid!, 'VmHWM');
  const simulated = await simulateReviewers(url, reviewers, 1_000, 50);
  const round = (ms: number) => Math.round(ms * 10) / 10;
  console.log(
    JSON.stringify(
      {
        entries: ENTRIES,
        screenshots: SCREENSHOTS,
        pushMs: round(pushMs),
        coldPullMs: round(coldPullMs),
        incrementalMs: round(incrementalMs),
        idlePollMs: round(idlePollMs),
        serverMb: { idle: idleMb, peak: peakMb, afterReviewers: memoryOf(server.pid!, 'VmHWM') },
        simulated,
        pouchdb: await besidePouchDb(ENTRIES),
      },
      null,
      2,
    ),
  );
} finally {
  await browser.close();
  front.close();
  front.closeAllConnections();
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

/** The page's script, as the extension's bundler makes it. */
async function bundle(): Promise<string> {
  const outDir = '.cache/bench';
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      lib: { entry: 'tools/bench/syncPage.ts', formats: ['iife'], name: 'page', fileName: () => 'page.js' },
    },
  });
  return readFileSync(join(outDir, 'page.js'), 'utf8');
}

/** Serves the page, and passes everything else on to the endpoint: one origin, as the extension's permission gives. */
function frontOf(endpoint: string, script: string) {
  return createServer((asked, answer) => {
    if (asked.url === '/bench') {
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      answer.end(
        `<!doctype html><title>bench</title><script>${script.replaceAll('</script', '<\\/script')}</script>`,
      );
      return;
    }
    const { method, headers, url: path } = asked;
    const passed = request(`${endpoint}${path}`, { method, headers }, (reply) => {
      answer.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(answer);
    });
    asked.pipe(passed);
  }).listen(0, '127.0.0.1');
}

/** Memory of a process in MB, now or at its peak (Linux). */
function memoryOf(pid: number, field = 'VmRSS'): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${field}:\\s+(\\d+)`));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}
